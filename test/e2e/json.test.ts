import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {commands} from '../../src/cli/commands.generated.ts';
import {readEnvelope} from '../support/envelope.ts';
import {memberOf, rehearsalForTest} from '../support/rehearsal.ts';
import {revocationListPem} from '../support/revocation-list.ts';
import {type SpawnEnded, spawnProgram} from '../support/spawn-program.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

/** One verb run to a good end and to a bad one, in a home of its own beside a rehearsal of its own. */
interface Ways {
	/** What is typed before, each with success. */
	readonly before?: readonly (readonly string[])[];
	readonly succeeds: readonly string[];
	readonly fails: readonly string[];
	readonly code: string;
}

const issuer = ['issuer', 'create', '--name', 'ca', '--subject', 'CN=CA', '--no-passphrase'];
const host = ['issue', '--issuer', 'ca', '--name', 'host', '--out', 'host'];
const request = ['request', '--name', 'other', '--out', 'other'];
const setup = ['setup', '--rehearse', '--yes', '--subject', 'CN=host', '--permissions', 'none', '--no-passphrase'];
const identity = ['--certificate', 'CERTIFICATE', '--private-key', 'KEY'];
const arns = ['--trust-anchor-arn', 'ANCHOR', '--profile-arn', 'PROFILE', '--role-arn', 'ROLE'];

const ways: Readonly<Record<string, Ways>> = {
	'crl inspect': {
		succeeds: ['crl', 'inspect', 'list.crl'],
		fails: ['crl', 'inspect', 'none.crl'],
		code: 'FILE_MISSING',
	},
	configure: {
		before: [setup],
		succeeds: ['configure', '--cli-profile', 'ra', ...identity, ...arns],
		fails: ['configure', '--cli-profile', 'a b', ...identity, ...arns],
		code: 'CLI_PROFILE_NAME',
	},
	credentials: {
		before: [setup],
		succeeds: ['credentials', ...identity, ...arns],
		fails: ['credentials', ...identity, ...arns.map(word => (word === 'ROLE' ? 'arn:nonsense' : word))],
		code: 'ARN_INVALID',
	},
	destroy: {
		before: [setup],
		succeeds: ['destroy', '--rehearse', '--yes'],
		fails: ['destroy', '--rehearse', '--yes', '--name', 'unheard-of'],
		code: 'SETUP_UNKNOWN',
	},
	doctor: {
		before: [setup],
		succeeds: ['doctor', '--offline', ...identity, ...arns],
		fails: ['doctor', '--offline', '--mask'],
		code: 'USAGE',
	},
	explain: {
		succeeds: ['explain', 'ee-digital-signature'],
		fails: ['explain', 'ee-digital'],
		code: 'RULE_UNKNOWN',
	},
	lint: {
		before: [issuer, host],
		succeeds: ['lint', 'host', '.anchorsmith/issuers/ca/issuer.pem'],
		fails: ['lint', '--rule', 'no-such-rule', 'host'],
		code: 'RULE_UNKNOWN',
	},
	inspect: {
		before: [issuer, host],
		succeeds: ['inspect', 'host/certificate.pem'],
		fails: ['inspect', 'no\u001b[2Jwhere.pem'],
		code: 'FILE_MISSING',
	},
	issue: {
		before: [issuer],
		succeeds: host,
		fails: ['issue', '--issuer', 'none', '--name', 'x'],
		code: 'ISSUER_MISSING',
	},
	'issuer create': {succeeds: issuer, fails: [...issuer, '--days', 'many'], code: 'USAGE'},
	rehearse: {
		succeeds: ['rehearse', '--', process.execPath, '--version'],
		fails: ['rehearse', '--', './no-such-program'],
		code: 'COMMAND_MISSING',
	},
	request: {succeeds: request, fails: [...request, '--dns', 'not a name'], code: 'ALTERNATIVE_NAME_INVALID'},
	setup: {succeeds: setup, fails: ['setup', '--rehearse', '--yes'], code: 'ANSWERS_MISSING'},
	sign: {
		before: [issuer, request],
		succeeds: ['sign', 'other/request.csr', '--issuer', 'ca'],
		fails: ['sign', '.anchorsmith/issuers/ca/issuer.pem', '--issuer', 'ca'],
		code: 'CSR_UNREADABLE',
	},
	verify: {
		before: [issuer, host],
		succeeds: ['verify', 'host/certificate.pem', '--anchor', '.anchorsmith/issuers/ca/issuer.pem'],
		fails: ['verify', 'host/certificate.pem', '--anchor', 'none.pem'],
		code: 'FILE_MISSING',
	},
};

describe('--json of', () => {
	test.each([...commands.keys()])('%s is one document by its schema, whether it succeeds or fails', async verb => {
		const {before = [], succeeds, fails, code} = ways[verb] ?? missing(verb);
		const run = await home();
		let known: unknown;
		for (const words of before) {
			const {stdout, ...ended} = await run(words, undefined);
			expect({...ended, words}).toEqual({code: 0, signal: null, stderr: '', words});
			known = memberOf(JSON.parse(stdout), 'result');
		}

		const refused = await run(fails, known);
		expect(readEnvelope(verb, refused.stdout)).toMatchObject({ok: false, result: null, error: {code}});
		expect(refused).toMatchObject({code: 2, stderr: ''});

		const done = await run(succeeds, known);
		// What a rehearsed command prints is its own, and kept apart from the document.
		const talk = verb === 'rehearse' ? `${process.version}\n` : '';
		expect(done).toMatchObject({code: 0, stderr: talk});
		expect(readEnvelope(verb, done.stdout)).toMatchObject({ok: true, error: null});

		for (const {stdout} of [refused, done]) {
			expect(stdout.slice(0, -1)).not.toMatch(/\p{Cc}/u);
		}
	});

	test('a verb that there is not is a refusal by a schema too', async () => {
		const run = await home();
		const refused = await run(['frobnicate', '\u001b]0;title\u0007'], undefined);

		expect(refused).toMatchObject({code: 2, stderr: ''});
		expect(readEnvelope('anchorsmith', refused.stdout)).toMatchObject({ok: false, error: {code: 'USAGE'}});
	});
});

describe('the schemas', () => {
	const files = readdirSync('docs/schemas');

	test('are there for every verb, and for nothing else', () => {
		const verbs = [...commands.keys()].map(verb => `${verb.replace(' ', '-')}.json`);
		expect(files.toSorted()).toEqual([...verbs, 'anchorsmith.json'].toSorted());
	});

	test.each(files.filter(file => file !== 'anchorsmith.json'))('%s has the envelope that all have', file => {
		const {properties, required, additionalProperties, oneOf} = readSchema(file);
		const other = readSchema('configure.json');
		expect({required, additionalProperties, oneOf, ok: properties['ok'], error: properties['error']}).toEqual({
			required: ['schema', 'ok', 'result', 'error'],
			additionalProperties: false,
			oneOf: other.oneOf,
			ok: other.properties['ok'],
			error: other.properties['error'],
		});
		expect(properties['schema']).toEqual({const: `anchorsmith/${file.replace('.json', '')}/1`});
	});
});

/** A way to run the built program in a home of its own, with `--json`. */
async function home(): Promise<(words: readonly string[], known: unknown) => Promise<SpawnEnded>> {
	const cwd = temporaryFolder();
	writeFileSync(path.join(cwd, 'list.crl'), revocationListPem([5]));
	const {environment} = await rehearsalForTest({now: () => new Date()});
	return (words, known) =>
		spawnProgram(asJson(words.map(word => filledIn(word, known))), {cwd, env: {...environment, HOME: cwd}});
}

/** `--json` before the words that are passed on. */
function asJson(words: readonly string[]): readonly string[] {
	const end = words.indexOf('--');
	return end === -1 ? [...words, '--json'] : [...words.slice(0, end), '--json', ...words.slice(end)];
}

/** A word, or what the set-up made before says in its place. */
function filledIn(word: string, known: unknown): string {
	const places: Readonly<Record<string, string>> = {
		CERTIFICATE: 'certificate',
		KEY: 'privateKey',
		ANCHOR: 'trustAnchorArn',
		PROFILE: 'profileArn',
		ROLE: 'roleArn',
	};
	const place = places[word];
	return place === undefined ? word : String(memberOf(known, place));
}

function readSchema(file: string): {
	readonly properties: Readonly<Record<string, unknown>>;
	readonly required: unknown;
	readonly additionalProperties: unknown;
	readonly oneOf: unknown;
} {
	return JSON.parse(readFileSync(`docs/schemas/${file}`, 'utf8'));
}

function missing(verb: string): never {
	throw new Error(`Say in this file how ${verb} succeeds and how it fails.`);
}
