/** An entry of a Kubernetes Secret. */
export interface SecretEntry {
	/** Such as `tls.crt`. */
	readonly key: string;
	/** Of `data`: base64. Of `stringData`: the text itself. */
	readonly value: string;
	readonly isBase64: boolean;
	/** The line of the key, counted from 1. */
	readonly line: number;
}

/** What could be read of a manifest. */
export interface SecretManifest {
	readonly entries: readonly SecretEntry[];
	/** True when something in `data` or `stringData` is written in a way that is not understood here. */
	readonly isPartial: boolean;
}

const IS_SECRET = /^[ \t-]*kind:[ \t]*["']?Secret["']?[ \t]*(?:#.*)?\r?$/m;

/** True for YAML that has an object of kind Secret. */
export function looksLikeSecret(text: string): boolean {
	return IS_SECRET.test(text);
}

/**
 * Reads the entries of Secrets in YAML as kubectl, Helm and people write them: `data` and `stringData` as blocks, values
 * in one line, in quotes or as literal blocks. It is not a reader of YAML, so it needs none of its perils (anchors,
 * tags, merges); what it does not understand it says.
 */
export function readSecretManifest(text: string): SecretManifest {
	const reader = new ManifestReader(text.split('\n'));
	return reader.read();
}

const SECTION = /^([ ]*)(?:- )?(data|stringData):[ \t]*(\S.*)?$/;
const ENTRY = /^([ ]*)(["']?)([\w.-]{1,253})\2:(?:[ \t]+(.*))?$/;

class ManifestReader {
	readonly #lines: readonly string[];
	readonly #entries: SecretEntry[] = [];
	#index = 0;
	#isPartial = false;

	constructor(lines: readonly string[]) {
		this.#lines = lines;
	}

	read(): SecretManifest {
		while (this.#index < this.#lines.length) {
			const section = SECTION.exec(this.#line(this.#index));
			this.#index += 1;
			if (section) {
				const inline = withoutComment(section[3] ?? '');
				this.#isPartial ||= inline !== '' && inline !== '{}' && inline !== 'null';
				this.#readSection(section[1]?.length ?? 0, section[2] === 'data');
			}
		}

		return {entries: this.#entries, isPartial: this.#isPartial};
	}

	#line(index: number): string {
		return (this.#lines[index] ?? '').replace(/\r$/, '');
	}

	#readSection(indent: number, isBase64: boolean): void {
		while (this.#index < this.#lines.length) {
			const line = this.#line(this.#index);
			if (/^\s*(?:#.*)?$/.test(line)) {
				this.#index += 1;
				continue;
			}

			const entry = ENTRY.exec(line);
			const depth = indentOf(line);
			if (depth <= indent || !entry) {
				this.#isPartial ||= depth > indent;
				return;
			}

			const number = this.#index + 1;
			this.#index += 1;
			const value = this.#readValue(depth, withoutComment(entry[4] ?? ''));
			if (value === undefined) {
				this.#isPartial = true;
			} else {
				this.#entries.push({key: entry[3] ?? '', value, isBase64, line: number});
			}
		}
	}

	#readValue(indent: number, inline: string): string | undefined {
		if (/^[|>][+-]?$/.test(inline)) {
			return this.#readBlock(indent);
		}

		const quoted = /^(["'])(.*)\1$/.exec(inline)?.[2];
		if (quoted !== undefined) {
			return inline.startsWith('"') ? unescaped(quoted) : quoted.replaceAll("''", "'");
		}

		return /^[^\s"'&*!|>{[%@`][^\s]*$/.test(inline) ? inline : inline === '' ? '' : undefined;
	}

	/** Folded blocks lose nothing that counts when their lines are kept: neither base64 nor PEM means anything by them. */
	#readBlock(indent: number): string {
		const lines: string[] = [];
		let own: number | undefined;
		while (this.#index < this.#lines.length) {
			const line = this.#line(this.#index);
			const depth = indentOf(line);
			if (line.trim() !== '' && depth <= indent) {
				break;
			}

			own ??= line.trim() === '' ? undefined : depth;
			lines.push(line.slice(own ?? 0));
			this.#index += 1;
		}

		return `${lines.join('\n')}\n`;
	}
}

function indentOf(line: string): number {
	return line.length - line.trimStart().length;
}

function withoutComment(value: string): string {
	return value.replace(/(?:^|\s)#.*$/, '').trim();
}

/** Of the escapes in double quotes those that PEM and base64 have a use for. */
function unescaped(quoted: string): string {
	return quoted.replace(/\\([nrt"\\])/g, (_match, letter: string) => ESCAPES[letter] ?? '');
}

const ESCAPES: Readonly<Record<string, string>> = {n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\'};
