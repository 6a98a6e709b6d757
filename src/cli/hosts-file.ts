import {ExpectedError} from '../errors.ts';
import {isStoredName} from '../pki/store/stored-name.ts';
import {printable} from '../printable.ts';

/** One certificate that a hosts file asks for. */
export interface Host {
	/** In the file, counted from 1. */
	readonly line: number;
	readonly name: string;
	/** RFC 4514 text. */
	readonly subject: string;
	readonly dns: readonly string[];
	readonly uri: readonly string[];
	readonly ip: readonly string[];
	readonly email: readonly string[];
}

const COLUMNS = ['name', 'subject', 'dns', 'uri', 'ip', 'email'];

/**
 * Reads a list of hosts: CSV as RFC 4180 has it, with a header line that names the columns. `name` is needed;
 * `subject` is `CN=<name>` where it is empty; several names in one field are separated by spaces.
 *
 * @param path - Only names the file in messages.
 * @throws {ExpectedError} `HOSTS_FILE_INVALID` naming the line.
 */
export function parseHostsFile(text: string, path: string): readonly [Host, ...Host[]] {
	const [header, ...rows] = parseCsv(text, path);
	if (!header) {
		throw invalid(path, 1, 'is empty');
	}

	const columns = header.fields.map(field => field.trim().toLowerCase());
	const unknown = columns.find(column => !COLUMNS.includes(column));
	if (unknown !== undefined || !columns.includes('name') || new Set(columns).size < columns.length) {
		const reason =
			unknown === undefined ? 'names no column "name", or one twice' : `has a column "${printable(unknown)}"`;
		throw invalid(path, header.line, `${reason}; the columns are ${COLUMNS.join(', ')}`);
	}

	const hosts = rows.map(({fields, line}) => {
		if (fields.length !== columns.length) {
			throw invalid(path, line, `has ${fields.length} fields where the header has ${columns.length}`);
		}

		return toHost(new Map(columns.map((column, index) => [column, fields[index]?.trim() ?? ''])), line, path);
	});
	requireDistinct(hosts, path);
	const [first, ...others] = hosts;
	if (!first) {
		throw invalid(path, header.line, 'is the only line; each host takes one below it');
	}

	return [first, ...others];
}

function toHost(fields: ReadonlyMap<string, string>, line: number, path: string): Host {
	const name = fields.get('name') ?? '';
	if (!isStoredName(name)) {
		throw invalid(path, line, `has the name "${printable(name)}", which cannot be the name of a folder everywhere`);
	}

	const list = (column: string) => (fields.get(column) ?? '').split(/\s+/).filter(value => value !== '');
	return {
		line,
		name,
		subject: fields.get('subject') || `CN=${name}`,
		dns: list('dns'),
		uri: list('uri'),
		ip: list('ip'),
		email: list('email'),
	};
}

/** Names that differ in case alone would be one folder on some systems. */
function requireDistinct(hosts: readonly Host[], path: string): void {
	const lines = new Map<string, number>();
	for (const {name, line} of hosts) {
		const before = lines.get(name.toLowerCase());
		if (before !== undefined) {
			throw invalid(path, line, `has the name "${name}" of line ${before} again`);
		}

		lines.set(name.toLowerCase(), line);
	}
}

interface Row {
	readonly fields: readonly string[];
	readonly line: number;
}

/** A field with what ends it; `""` inside quotes stands for one quote. */
const FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;

/** Rows of fields; empty lines are passed over. */
function parseCsv(text: string, path: string): readonly Row[] {
	const rows: Row[] = [];
	let fields: string[] = [];
	let start = 1;
	let line = 1;
	FIELD.lastIndex = 0;
	while (FIELD.lastIndex < text.length || fields.length > 0) {
		const found = FIELD.exec(text);
		if (!found) {
			throw invalid(path, line, 'has a quote that does not close, or text beside one');
		}

		const [whole, quoted, plain = '', end] = found;
		fields.push(quoted?.replaceAll('""', '"') ?? plain);
		line += whole.split('\n').length - 1;
		if (end !== ',') {
			if (fields.length > 1 || fields[0]?.trim() !== '') {
				rows.push({fields, line: start});
			}

			fields = [];
			start = line;
		}
	}

	return rows;
}

function invalid(path: string, line: number, reason: string): ExpectedError {
	return new ExpectedError('HOSTS_FILE_INVALID', `Line ${line} of ${printable(path)} ${reason}. Nothing was made.`, {
		next: [
			'Mend the line, for example: build-1,"CN=build-1,O=Example",build-1.example.com,,,',
			'anchorsmith issue --help',
		],
	});
}
