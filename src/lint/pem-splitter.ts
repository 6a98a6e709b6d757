import {takeIn} from '../pki/intake/intake.ts';
import type {Item} from '../pki/intake/item.ts';

/** A block that is larger is not read: nothing that the service or a helper takes comes near. */
export const LARGEST_BLOCK = 32 * 1024 * 1024;

const BEGIN = Buffer.from('-----BEGIN ');
const END = Buffer.from('-----END ');
const DASHES = Buffer.from('-----');
const CERTIFICATE = Buffer.from('-----BEGIN CERTIFICATE-----\n');
const LINE_FEED = 0x0a;
/** A boundary is never longer. */
const LONGEST_BOUNDARY = 128;

/**
 * Takes the blocks out of PEM that comes in pieces, holding no more than one of them at a time. Text between the blocks
 * is passed over; what is peculiar about a block is told as `takeIn` tells it of the block by itself.
 */
export class PemSplitter {
	#held: Buffer = Buffer.alloc(0);
	#waiting: Uint8Array[] = [];
	#waitingBytes = 0;
	/** Of the first byte held. */
	#line = 1;
	#offset = 0;
	/** Up to here no end was found for the block at the start of what is held. */
	#searched = 0;

	/** The blocks that end in these bytes. */
	push(bytes: Uint8Array): readonly Item[] {
		this.#waiting.push(bytes);
		this.#waitingBytes += bytes.length;
		// Joining at every piece would copy a large block again and again.
		return this.#waitingBytes * 2 < this.#held.length ? [] : this.#take(false);
	}

	/** What is left at the end: a block without an end, if anything. */
	finish(): readonly Item[] {
		return this.#take(true);
	}

	#take(isEnd: boolean): readonly Item[] {
		this.#held = this.#held.length === 0 && this.#waiting.length === 1 ? asBuffer(this.#waiting[0]) : this.#joined();
		this.#waiting = [];
		this.#waitingBytes = 0;
		const items: Item[] = [];
		for (;;) {
			const begin = this.#held.indexOf(BEGIN, 0);
			if (begin === -1) {
				this.#drop(isEnd ? this.#held.length : Math.max(0, this.#held.length - BEGIN.length));
				return items;
			}

			this.#drop(begin);
			const length = this.#blockLength(isEnd);
			if (length === undefined) {
				return items;
			}

			items.push(...this.#itemsOf(this.#held.subarray(0, length)));
			this.#drop(length);
		}
	}

	#joined(): Buffer {
		return Buffer.concat([this.#held, ...this.#waiting]);
	}

	/** How long the block at the start of what is held is; undefined while its end has not come. */
	#blockLength(isEnd: boolean): number | undefined {
		const from = Math.max(BEGIN.length, this.#searched - LONGEST_BOUNDARY);
		const end = this.#held.indexOf(END, from);
		const next = this.#held.subarray(0, end === -1 ? this.#held.length : end).indexOf(BEGIN, from);
		if (next !== -1) {
			return next;
		}

		if (end === -1) {
			this.#searched = this.#held.length;
			return isEnd || this.#held.length > LARGEST_BLOCK ? this.#held.length : undefined;
		}

		const dashes = this.#held.indexOf(DASHES, end + END.length);
		if (dashes === -1 && !isEnd && this.#held.length - end < LONGEST_BOUNDARY) {
			return undefined;
		}

		const isBoundary = dashes !== -1 && dashes - end < LONGEST_BOUNDARY;
		return isBoundary ? dashes + DASHES.length : Math.min(end + END.length, this.#held.length);
	}

	#itemsOf(block: Buffer): readonly Item[] {
		const der = plainCertificate(block);
		if (der) {
			return [
				{
					kind: 'certificate',
					der,
					label: 'CERTIFICATE',
					line: this.#line,
					offset: this.#offset,
					source: [],
					isPlain: true,
					notes: [],
				},
			];
		}

		const {items} = takeIn(block.subarray(0, LARGEST_BLOCK));
		return items.map(item => ({
			...item,
			offset: this.#offset + item.offset,
			...(item.line !== undefined && {line: this.#line + item.line - 1}),
			notes: item.notes.map(note => ({
				...note,
				...(note.line !== undefined && {line: this.#line + note.line - 1}),
			})),
		}));
	}

	#drop(length: number): void {
		for (let at = this.#held.indexOf(LINE_FEED); at !== -1 && at < length; at = this.#held.indexOf(LINE_FEED, at + 1)) {
			this.#line++;
		}

		this.#held = this.#held.subarray(length);
		this.#offset += length;
		this.#searched = 0;
	}
}

/** The DER of a certificate that is written exactly as RFC 7468 has it; undefined for all else, which takes longer. */
function plainCertificate(block: Buffer): Uint8Array | undefined {
	if (!block.subarray(0, CERTIFICATE.length).equals(CERTIFICATE)) {
		return undefined;
	}

	const end = block.lastIndexOf('\n-----END CERTIFICATE-----');
	if (end === -1) {
		return undefined;
	}

	const text = block.toString('latin1', CERTIFICATE.length, end);
	const der = Buffer.from(text, 'base64');
	const lineFeeds = Math.floor(text.length / 65);
	const characters = text.length - lineFeeds;
	const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
	const isSound =
		characters % 4 === 0 &&
		der.length === (characters / 4) * 3 - padding &&
		!text.includes('-') &&
		!text.includes('_') &&
		fillsDer(der);
	return isSound ? der : undefined;
}

/** True when the length of the outermost element is that of the bytes: lengths of 128 to 65 535 as DER writes them. */
function fillsDer(der: Uint8Array): boolean {
	const [tag, first = 0, second = 0, third = 0] = der;
	return (
		tag === 0x30 &&
		((first === 0x81 && second >= 0x80 && der.length === second + 3) ||
			(first === 0x82 && second > 0 && der.length === second * 256 + third + 4))
	);
}

function asBuffer(bytes: Uint8Array | undefined): Buffer {
	return bytes ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) : Buffer.alloc(0);
}
