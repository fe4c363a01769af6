import { expect, test } from 'vitest';
import { organization } from './organization.ts';
import { checkOrganization } from './organization.schema.ts';

/** What the check says about the file in use with some of its values replaced. */
function complaints(changes: object): string[] {
	try {
		checkOrganization({ ...organization, ...changes }, 'organization.json');
	} catch (error) {
		return String(error).split('\n');
	}
	return [];
}

test('the file in use is sound', () => {
	expect(complaints({})).toEqual([]);
});

test('each fault has a line of its own with its place and what must be there', () => {
	expect(
		complaints({
			name: '  ',
			emailDomains: ['somewhere'],
			portal: 'https://vpn.example.com/',
			serviceDesk: { name: 'desk', phone: 'ask Sam' },
			reviewDate: '31.03.2027',
		}),
	).toEqual([
		'Error: organization.json is not usable:',
		'  name: must not be empty',
		'  emailDomains.0: must be a host name such as vpn.example.com',
		'  portal: must be a host name such as vpn.example.com',
		'  serviceDesk.phone: must be a phone number',
		'  reviewDate: must be a date such as 2026-01-31',
	]);
});

test.each([
	['a missing value', { notice: undefined }, /^ {2}notice: /],
	['a misspelled name', { notices: 'Notice' }, /^ {2}notices: /],
	['no domain at all', { emailDomains: [] }, /^ {2}emailDomains: needs at least one domain$/],
	[
		'a catalog without an address',
		{ catalog: { ...organization.catalog, url: 'the portal' } },
		/^ {2}catalog\.url: must be a web address$/,
	],
	[
		'a figure as text',
		{ figures: { ...organization.figures, pinLength: '4' } },
		/^ {2}figures\.pinLength: must be a number$/,
	],
	[
		'a wait that is too long before it is usual',
		{ figures: { ...organization.figures, vpnMinutes: { usual: 5, tooLong: 5 } } },
		/^ {2}figures\.vpnMinutes: tooLong must be more than usual$/,
	],
])('%s is named', (_, changes, line) => {
	expect(complaints(changes).slice(1)).toEqual([expect.stringMatching(line)]);
});

test('something that is no object at all is said to be that', () => {
	expect(() => checkOrganization('Lorem', 'other.json')).toThrow(
		/^other\.json is not usable:\n {2}\(the whole file\): /,
	);
});
