import type {PemProblem} from './item.ts';

export type {PemProblem} from './item.ts';

/** One block between BEGIN and END. */
export interface PemBlock {
	readonly label: string;
	/** What the base64 stands for. */
	readonly der: Uint8Array;
	/** Header lines as RFC 1421 has them, such as `Proc-Type`, in order. */
	readonly headers: readonly (readonly [name: string, value: string])[];
	/** The line of BEGIN, counted from 1. */
	readonly line: number;
}

export interface PemReading {
	readonly blocks: readonly PemBlock[];
	readonly problems: readonly PemProblem[];
}

const BEGIN = /^-----BEGIN ([A-Z0-9 .+/_-]{0,64}?)-----$/i;
const END = /^-----END ([A-Z0-9 .+/_-]{0,64}?)-----$/i;
/** Dashes, then BEGIN or END: what a person meant as a boundary. */
const BOUNDARY = /^-{2,}\s*(?:BEGIN|END)\b/i;
const HEADER = /^([A-Za-z][A-Za-z0-9-]*): ?(.*)$/;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

interface OpenBlock {
	readonly label: string;
	readonly line: number;
	readonly headers: [name: string, value: string][];
	readonly body: string[];
}

/**
 * Reads every PEM block of a text (RFC 7468, the lax way): any line ends, a byte order mark, and text around the
 * blocks are accepted. Bytes are taken for UTF-8. What looks like a block and cannot be read is a problem; it never throws.
 */
export function readPem(input: string | Uint8Array): PemReading {
	const text = typeof input === 'string' ? input : new TextDecoder().decode(input);
	const reader = new PemReader();
	for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
		reader.take(index === 0 ? line.replace(/^\u{feff}/u, '') : line, index + 1);
	}

	return reader.finish();
}

/** Writes one block: 64 columns, LF, a final newline. */
export function encodePem(label: string, der: Uint8Array): string {
	const base64 = Buffer.from(der.buffer, der.byteOffset, der.byteLength).toString('base64');
	const lines = base64.match(/.{1,64}/g) ?? [];
	return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

/** Takes a text line by line. */
class PemReader {
	readonly #blocks: PemBlock[] = [];
	readonly #problems: PemProblem[] = [];
	#open: OpenBlock | undefined;

	take(raw: string, number: number): void {
		const line = raw.trim();
		const begin = BEGIN.exec(line)?.[1];
		const end = END.exec(line)?.[1];
		if ((begin ?? end) !== undefined && /^\s/.test(raw)) {
			this.#report('indented', number, 'A boundary is indented, which most programs do not accept');
		}

		if (begin !== undefined) {
			this.#abandon();
			this.#open = {label: begin, line: number, headers: [], body: []};
		} else if (end !== undefined) {
			this.#close(end, number);
		} else if (BOUNDARY.test(line)) {
			this.#takeBrokenBoundary(line, number);
		} else if (this.#open) {
			takeContent(this.#open, line);
		}
	}

	finish(): PemReading {
		this.#abandon();
		return {blocks: this.#blocks, problems: this.#problems};
	}

	#close(label: string, number: number): void {
		const open = this.#open;
		this.#open = undefined;
		if (!open) {
			this.#report('wrong-end', number, 'A block ends that never began');
			return;
		}

		if (open.label !== label) {
			this.#report('wrong-end', number, `The block that begins in line ${open.line} ends with another label`);
			return;
		}

		const body = open.body.join('');
		if (body === '' || body.length % 4 !== 0 || !BASE64.test(body)) {
			this.#report('bad-base64', open.line, 'The block does not hold sound base64');
			return;
		}

		const der = new Uint8Array(Buffer.from(body, 'base64'));
		this.#blocks.push({label, der, headers: open.headers, line: open.line});
	}

	#takeBrokenBoundary(line: string, number: number): void {
		this.#open = undefined;
		if (/-----(?:\s|\\[rn])*[A-Za-z0-9+/=]{16}/.test(line)) {
			this.#report(
				'broken-lines',
				number,
				'A whole block stands in one line; its line breaks were lost or written as \\n',
			);
		} else {
			this.#report(
				'broken-boundary',
				number,
				'A boundary is not written as five dashes, BEGIN or END, a label, five dashes',
			);
		}
	}

	#abandon(): void {
		if (this.#open) {
			this.#report('no-end', this.#open.line, 'The block has no end');
			this.#open = undefined;
		}
	}

	#report(kind: PemProblem['kind'], line: number, what: string): void {
		this.#problems.push({kind, line, message: `${what} (line ${line})`});
	}
}

/** Headers come first; a line that begins with a space continues the one before, which nobody uses here. */
function takeContent(open: OpenBlock, line: string): void {
	const header = open.body.length === 0 ? HEADER.exec(line) : null;
	if (header) {
		open.headers.push([header[1] ?? '', header[2] ?? '']);
	} else if (line !== '') {
		open.body.push(line);
	}
}
