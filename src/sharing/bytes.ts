const hexId = /^[0-9a-f]{32}$/;
/** A whole number takes 7 bytes at most: nothing larger is ever written. */
const longestNumber = 7;
/** In bytes; a longer text is none of ours. */
const longestText = 400;

export type ByteWriter = {
	/** A whole number from 0 on; a small one takes one byte. */
	number(value: number): void;
	text(value: string): void;
	/** An id of a run: one of 32 hexadecimal digits takes 17 bytes. */
	id(value: string): void;
	all(): Uint8Array;
};

export function byteWriter(): ByteWriter {
	const bytes: number[] = [];
	const number = (value: number) => {
		for (let rest = value; ; rest = Math.floor(rest / 128)) {
			if (rest < 128) return void bytes.push(rest);
			bytes.push((rest % 128) + 128);
		}
	};
	const text = (value: string) => {
		const coded = new TextEncoder().encode(value);
		number(coded.length);
		bytes.push(...coded);
	};
	return {
		number,
		text,
		id(value) {
			if (!hexId.test(value)) return text(value);
			number(0);
			for (let at = 0; at < 32; at += 2) bytes.push(parseInt(value.slice(at, at + 2), 16));
		},
		all: () => Uint8Array.from(bytes),
	};
}

export type ByteReader = {
	number(): number;
	text(): string;
	id(): string;
	readonly ended: boolean;
	/** Was more read than there was, or something that is never written? Then nothing that was read counts. */
	readonly broken: boolean;
};

export function byteReader(bytes: Uint8Array): ByteReader {
	let at = 0;
	let broken = false;
	const take = (count: number): Uint8Array => {
		if (at + count > bytes.length || count > longestText) broken = true;
		const taken = broken ? new Uint8Array() : bytes.subarray(at, at + count);
		at = broken ? bytes.length : at + count;
		return taken;
	};
	const number = (): number => {
		let value = 0;
		for (let place = 0; place < longestNumber; place++) {
			const [byte = 0] = take(1);
			value += (byte % 128) * 128 ** place;
			if (byte < 128) return value;
		}
		broken = true;
		return 0;
	};
	const text = (count: number): string => {
		try {
			return new TextDecoder('utf-8', { fatal: true }).decode(take(count));
		} catch {
			broken = true;
			return '';
		}
	};
	return {
		number,
		text: () => text(number()),
		id() {
			const length = number();
			if (length > 0) return text(length);
			return [...take(16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
		},
		get ended() {
			return at >= bytes.length;
		},
		get broken() {
			return broken;
		},
	};
}
