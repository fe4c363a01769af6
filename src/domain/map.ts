import type { Place } from './slugs.ts';

export type MapNode = {
	readonly slug: string;
	readonly kind: 'step' | 'detour';
	/** 1-based number of a step. */
	readonly number?: number;
	readonly place?: Place;
	/** The title, broken into lines that fit the box. */
	readonly lines: readonly string[];
	/** The page that the box leads to: step, and detour where it is one. */
	readonly step: string;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
};

export type MapEdge = {
	readonly kind: 'next' | 'trouble' | 'further';
	/** An SVG path. */
	readonly path: string;
};

/** One procedure drawn at build time, in units of CSS pixels. */
export type MapDrawing = {
	readonly width: number;
	readonly height: number;
	readonly nodes: readonly MapNode[];
	readonly edges: readonly MapEdge[];
};
