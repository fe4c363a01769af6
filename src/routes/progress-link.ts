import { credentials } from '../domain/credentials.ts';
import { ageKey } from '../guide/ages.ts';
import type { Session } from '../guide/session.ts';
import { absolute } from './absolute.ts';

/**
 * The link that carries the run of a session to another screen.
 *
 * @returns nothing where there is no run yet
 */
export async function progressLink(session: Session): Promise<string | undefined> {
	const { run } = session.getSnapshot();
	if (!run) return undefined;
	const [{ handoffOf }, { writeHandoff }, { readEvents }] = await Promise.all([
		import('../guide/handoff.ts'),
		import('../sharing/handoff.ts'),
		import('../guide/events.ts'),
	]);
	const noted: Record<string, string> = {};
	for (const credential of credentials) {
		const day = await session.note(ageKey(run.id, credential));
		if (typeof day === 'string') noted[credential] = day;
	}
	const events = readEvents(await session.keeper.records.events(run.id), run.id).good;
	return `${absolute('/go-on/')}#${writeHandoff(handoffOf(run, events, noted))}`;
}
