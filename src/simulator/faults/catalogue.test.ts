import { describe, expect, test } from 'vitest';
import { desktopSteps, desktopSymptoms } from '../../domain/desktop.ts';
import { catalogue } from './catalogue.ts';
import { excluded, exclusions } from './exclusions.ts';
import { faultIds } from './ids.ts';
import { faults, faultsInOrder } from './registry.ts';

describe('the table of the failure catalogue', () => {
	test('has all 96 rows, each symptom once, in the order of the steps', () => {
		expect(catalogue).toHaveLength(96);
		expect(new Set(catalogue.map(({ symptom }) => symptom)).size).toBe(96);
		const numbers = catalogue.map(({ step }) => desktopSteps.indexOf(step));
		expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
		for (const { symptom } of catalogue) expect(desktopSymptoms).toContain(symptom);
	});

	test('each row names faults that exist and show its symptom, or a reason', () => {
		for (const row of catalogue) {
			if ('faults' in row) {
				for (const id of row.faults) expect(faults[id].symptoms).toContain(row.symptom);
				continue;
			}
			const reason = 'ownAct' in row ? row.ownAct : 'always' in row ? row.always : row.cannot;
			expect(reason).toMatch(/^\S.{10,}\.$/);
		}
	});

	test('each fault stands in every row whose symptom it claims', () => {
		const missing = catalogue.flatMap((row) =>
			faultIds
				.filter((id) => faults[id].symptoms.includes(row.symptom))
				.filter((id) => !('faults' in row && row.faults.includes(id)))
				.map((id) => `${row.symptom}: ${id}`),
		);
		expect(missing).toEqual([]);
	});

	test('the step of a fault is the step of a row in which it stands', () => {
		for (const id of faultIds) {
			const steps = catalogue.filter((row) => 'faults' in row && row.faults.includes(id));
			if (steps.length > 0) expect(steps.map(({ step }) => step)).toContain(faults[id].step);
		}
	});

	test('a sign of its own is that of a fault of the row', () => {
		for (const row of catalogue)
			if ('differs' in row && row.differs)
				for (const id of Object.keys(row.differs)) expect(row.faults).toContain(id);
	});

	test('every fault stands in the table, but three that only the procedure itself names', () => {
		const named = new Set(catalogue.flatMap((row) => ('faults' in row ? row.faults : [])));
		expect(faultIds.filter((id) => !named.has(id))).toEqual([
			'notice-absent',
			'thrown-back',
			'loadset-missing',
		]);
	});
});

describe('the registry', () => {
	test.each(faultIds)('%s is documented', (id) => {
		const { does, shows, cure, symptoms } = faults[id];
		for (const text of [does, shows, cure]) expect(text).toMatch(/\S.*[.]$/);
		expect(symptoms.length).toBeGreaterThan(0);
		expect(faults[id].by === 'desk').toBe('desk' in faults[id]);
	});

	test('a seed orders the faults: each at most once, another seed another order', () => {
		expect(new Set(faultsInOrder('a')).size).toBe(faultsInOrder('a').length);
		expect(faultsInOrder('a')).toEqual(faultsInOrder('a'));
		expect(faultsInOrder('a')).not.toEqual(faultsInOrder('b'));
	});

	test('no order holds two that exclude each other, nor leaves one out without need; each fault is in some', () => {
		const orders = Array.from({ length: 200 }, (_, seed) => faultsInOrder(String(seed)));
		for (const ids of orders) {
			for (const id of faultIds) expect(ids.includes(id)).toBe(!ids.some((other) => excluded(id, other)));
		}
		expect(new Set(orders.flat()).size).toBe(faultIds.length);
	});

	test('exclusions name faults and a reason, and hold both ways', () => {
		for (const { why, of } of exclusions) {
			expect(why).toMatch(/^[A-Z].{10,}\.$/);
			expect(new Set(of).size).toBeGreaterThan(1);
			for (const one of of) for (const other of of) expect(excluded(one, other)).toBe(one !== other);
		}
		expect(excluded('wrong-zone', 'cable-loose')).toBe(false);
	});
});
