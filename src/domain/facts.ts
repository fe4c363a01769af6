import type { Organization } from './organization.schema.ts';

/**
 * The organization's facts by the names that content uses: `<Fact of="portal" />` in a body,
 * `{portal}` in front matter. All are ready to be read: text, or a figure without its unit.
 */
export function factsOf(organization: Organization) {
	const { figures, catalog } = organization;
	const [domain = '', otherDomain = domain] = organization.emailDomains;
	return {
		organization: organization.name,
		app: organization.app,
		domain,
		otherDomain,
		userId: organization.userId.short,
		userIdLong: organization.userId.long,
		portal: organization.portal,
		notice: organization.notice,
		signInBox: organization.signInBox,
		catalog: catalog.name,
		catalogUrl: catalog.url,
		staticPasswordSearch: catalog.staticPassword.search,
		staticPasswordItem: catalog.staticPassword.item,
		tokenSearch: catalog.replacementToken.search,
		tokenItem: catalog.replacementToken.item,
		tokenName: organization.tokenName,
		desk: organization.serviceDesk.name,
		phone: organization.serviceDesk.phone,
		pinLength: String(figures.pinLength),
		mfaEmailValidDays: String(figures.mfaEmailValidDays),
		accountLock: String(figures.accountLockMinutes),
		staticPasswordUsual: String(figures.staticPasswordMinutes.usual),
		staticPasswordTooLong: String(figures.staticPasswordMinutes.tooLong),
		logonUsual: String(figures.logonMinutes.usual),
		logonTooLong: String(figures.logonMinutes.tooLong),
		vpnUsual: String(figures.vpnMinutes.usual),
		vpnTooLong: String(figures.vpnMinutes.tooLong),
		outlookUsual: String(figures.outlookMinutes.usual),
		outlookTooLong: String(figures.outlookMinutes.tooLong),
		mfaEmailUsual: String(figures.mfaEmailMinutes.usual),
		mfaEmailTooLong: String(figures.mfaEmailMinutes.tooLong),
		downloadUsual: String(figures.downloadMinutes.usual),
		downloadTooLong: String(figures.downloadMinutes.tooLong),
		installUsual: String(figures.installMinutes.usual),
		installTooLong: String(figures.installMinutes.tooLong),
	} as const satisfies Record<string, string>;
}
export type FactName = keyof ReturnType<typeof factsOf>;

/**
 * Puts facts into text.
 *
 * @param text with `{name}` where a fact goes
 * @throws Error naming a fact that does not exist
 */
export function fill(text: string, facts: Readonly<Record<string, string>>): string {
	return text.replace(/\{(\w+)\}/g, (_, name: string) => {
		const value = facts[name];
		if (value === undefined) throw new Error(`There is no fact named "${name}" (in "${text}")`);
		return value;
	});
}
