import { test } from 'vitest';
import { writeFileSync } from 'node:fs';
import './testing/all-courses.ts';
import { allScenarios } from './scenarios.ts';
import { momentsOfExercise } from './pictures/steps.ts';
import { screenOf, hasDevice } from '../simulator/world.ts';
test('dump', () => {
	for (const course of ['push', 'android'] as const) {
		const seen = new Map<string, string>();
		let out = '';
		for (const s of allScenarios.filter((x) => x.course === course)) {
			let way = '';
			for (const { world, next } of momentsOfExercise(s)) {
				const names: string[] = [];
				for (const d of ['laptop', 'phone'] as const)
					if (hasDevice(world, d)) {
						const sc = screenOf(world, d);
						names.push(sc.name);
						const text = sc.controls
							.map((c) => `${c.kind}|${c.id}|${c.text}${c.enabled ? '' : '|gray'}${c.chosen ? '|on' : ''}`)
							.join('\n   ');
						const key = sc.name + '\n   ' + text.replace(/\d\d+/g, '#');
						if (!seen.has(key)) seen.set(key, `${s.id}: ${sc.name}\n   ${text}`);
					}
				way += `\n   ${names.join(' + ')} -> ${JSON.stringify(next)?.slice(0, 110)}`;
			}
			out += `== ${s.id} ${s.from}..${s.until} ${s.faults}${way}\n`;
		}
		writeFileSync(`/tmp/ways-${course}.txt`, out);
		writeFileSync(
			`/tmp/screens-${course}.txt`,
			[...seen.values()].sort((a, b) => (a.split(': ')[1]! < b.split(': ')[1]! ? -1 : 1)).join('\n'),
		);
	}
});
