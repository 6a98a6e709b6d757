import {writeFileSync} from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type CliProfileSettings, changeCliProfile, editCliProfile} from '../../src/config-file/cli-profile.ts';
import {readDocument} from '../../src/config-file/document.ts';
import {undoBlock} from '../../src/config-file/undo.ts';
import {ExpectedError} from '../../src/errors.ts';
import {oddConfig, tidyConfig} from '../support/config-texts.ts';
import {isPresent} from '../support/judges.ts';
import {askPython} from '../support/python.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const process_ = '/opt/x/aws_signing_helper credential-process --trust-anchor-arn arn';
const settings = {credential_process: process_, region: 'eu-central-1'};
const block = `credential_process = ${process_}\nregion = eu-central-1\n`;

const anyName = fc.constantFrom('default', 'a', 'b', 'new');
const anySettings: fc.Arbitrary<CliProfileSettings> = fc
	.record(
		{
			credential_process: fc.constantFrom(process_, null),
			region: fc.constantFrom('us-east-1', 'eu-central-1', null),
			output: fc.constantFrom('json', null),
			endpoint_url: fc.constantFrom('http://127.0.0.1:1234', null),
			s3: fc.constant(null),
		},
		{requiredKeys: []},
	)
	.map(chosen => ({...chosen}));

/** What an edit gives, or undefined where it refuses the file. Whatever else it throws is a defect. */
function changed(text: string, name: string, wanted: CliProfileSettings) {
	try {
		return changeCliProfile(text, name, wanted);
	} catch (error) {
		if (error instanceof ExpectedError) {
			return undefined;
		}

		throw error;
	}
}

/** The lines of a text that are not a CLI profile's own settings, notes apart from all others. */
function othersLines(text: string, name: string) {
	const {lines, sections} = readDocument(text);
	const own = sections.filter(({cliProfile}) => cliProfile === name);
	const isOwn = (number: number): boolean => own.some(({line, lastLine}) => number >= line && number <= lastLine);
	const isNote = (content: string): boolean => /^\s*[#;]/.test(content);
	const contents = lines.map(({text: content}, index) => ({content, number: index + 1}));
	return {
		notes: contents.filter(({content}) => isNote(content)).map(({content}) => content),
		settings: contents
			.filter(({content, number}) => !isNote(content) && content.trim() !== '' && !isOwn(number))
			.map(({content}) => content),
	};
}

describe('editCliProfile', () => {
	test.each([
		['an empty file', '', `[profile new]\n${block}`],
		['another section', '[default]\nregion = x\n', `[default]\nregion = x\n\n[profile new]\n${block}`],
		['a blank line at the end', '[default]\n\n', `[default]\n\n[profile new]\n${block}`],
		['no final line end', '[default]\nregion = x', `[default]\nregion = x\n\n[profile new]\n${block}`],
		[
			'CRLF',
			'[default]\r\nregion = x\r\n',
			`[default]\r\nregion = x\r\n\r\n[profile new]\r\n${block.replaceAll('\n', '\r\n')}`,
		],
		['a byte order mark, which goes', '\uFEFF[default]\n', `[default]\n\n[profile new]\n${block}`],
		['only notes', '# mine\n', `# mine\n\n[profile new]\n${block}`],
	])('adds a section after %s', (_case, text, expected) => {
		expect(editCliProfile(text, 'new', settings)).toBe(expected);
	});

	test('writes the default CLI profile without a prefix, or under the header that is there', () => {
		expect(editCliProfile('', 'default', {region: 'x'})).toBe('[default]\nregion = x\n');
		expect(editCliProfile('[profile default]\nregion = y\n', 'default', {region: 'x'})).toBe(
			'[profile default]\nregion = x\n',
		);
	});

	test.each([
		[
			'changes a value only',
			'[profile a]\nregion=x\noutput = json\n',
			{region: 'y'},
			'[profile a]\nregion=y\noutput = json\n',
		],
		[
			'adds after the last setting',
			'[profile a]\noutput = json\n\n# b\n[profile b]\n',
			{region: 'y'},
			'[profile a]\noutput = json\nregion = y\n\n# b\n[profile b]\n',
		],
		[
			'adds after nested settings',
			'[profile a]\ns3 =\n  x = y\n',
			{region: 'y'},
			'[profile a]\ns3 =\n  x = y\nregion = y\n',
		],
		[
			'keeps a missing final line end',
			'[profile a]\nregion = x',
			{region: 'y', output: 'json'},
			'[profile a]\nregion = y\noutput = json',
		],
		['removes a key', '[profile a]\nregion = x\noutput = json\n', {region: null}, '[profile a]\noutput = json\n'],
		[
			'removes the last line without its end',
			'[profile a]\nregion = x\noutput = json',
			{output: null},
			'[profile a]\nregion = x',
		],
		['removes nested settings', '[profile a]\ns3 =\n  x = y\nregion = x\n', {s3: null}, '[profile a]\nregion = x\n'],
		[
			'joins a value that went over lines',
			'[profile a]\ncredential_process = /x\n  --a\n  # why\n  --b\n',
			{credential_process: '/y'},
			'[profile a]\ncredential_process = /y\n  # why\n',
		],
		[
			'replaces a value with a note after it',
			'[profile a]\nregion = x # here\n',
			{region: 'x'},
			'[profile a]\nregion = x\n',
		],
		[
			'replaces the colon that only botocore reads',
			'[profile a]\nregion: x\n',
			{region: 'x'},
			'[profile a]\nregion = x\n',
		],
		[
			'keeps indented settings indented',
			'[profile a]\n  region = x\n  [profile b]\n',
			{output: 'json'},
			'[profile a]\n  region = x\n  output = json\n  [profile b]\n',
		],
		['edits a quoted header in place', '[profile "a"]\nregion = x\n', {region: 'y'}, '[profile "a"]\nregion = y\n'],
		[
			'leaves unknown keys',
			'[profile a]\ncli_pager =\nregion = x\n',
			{region: 'y'},
			'[profile a]\ncli_pager =\nregion = y\n',
		],
	])('%s', (_case, text, wanted, expected) => {
		expect(editCliProfile(text, 'a', wanted)).toBe(expected);
	});

	test('gives the very same text when nothing is to change', () => {
		const text = '[profile a]\r\nregion=x\n# mixed\r\n';

		expect(editCliProfile(text, 'a', {region: 'x', output: null})).toBe(text);
		expect(editCliProfile(text, 'none', {region: null})).toBe(text);
	});

	test('undone at once gives back every byte, done twice is done once, and touches no other line', () => {
		fc.assert(
			fc.property(fc.oneof(tidyConfig, oddConfig), anyName, anySettings, (text, name, wanted) => {
				const once = changed(text, name, wanted);
				fc.pre(once !== undefined);
				expect(once.change === undefined ? text : undoBlock(once.text, once.change)).toBe(text);
				expect(once.change === undefined || undoBlock(text, once.change)).toBe(once.change === undefined || text);
				expect(changed(once.text, name, wanted)).toEqual({text: once.text, change: undefined});
				expect(othersLines(once.text, name)).toEqual(othersLines(text, name));
			}),
			{numRuns: 5000},
		);
	});

	test('finds most tidy files fit to edit, so that the property above says something', () => {
		const samples = fc.sample(fc.tuple(tidyConfig, anyName, anySettings), 1000);
		const edited = samples.filter(([text, name, wanted]) => changed(text, name, wanted)?.change);

		expect(edited.length).toBeGreaterThan(400);
	});

	test.runIf(isPresent('python3'))(
		'leaves botocore and the AWS SDK for JavaScript reading what was meant',
		async () => {
			const {loadSharedConfigFiles} = await import('@smithy/core/config');
			const folder = temporaryFolder();
			const samples = fc.sample(fc.tuple(fc.oneof(tidyConfig, oddConfig), anyName, anySettings), 1500);
			const edits = samples.flatMap(([text, name, wanted]) => {
				// Of [DEFAULT] botocore gives every CLI profile the settings, which the comparison below does not know.
				const result = text.includes('[DEFAULT]') ? undefined : changed(text, name, wanted);
				return result?.change ? [{before: text.replace('\uFEFF', ''), after: result.text, name, wanted}] : [];
			});
			const judged = askPython(
				`
import botocore.configloader as loader, tempfile, os
def read(text):
    with tempfile.NamedTemporaryFile('wb', delete=False) as file:
        file.write(text.encode())
    try:
        return loader.load_config(file.name)['profiles']
    finally:
        os.unlink(file.name)
print(json.dumps([[read(edit['before']), read(edit['after'])] for edit in input]))`,
				edits,
			);
			expect(edits.length).toBeGreaterThan(200);
			for (const [index, {before, after, name, wanted}] of edits.entries()) {
				const [toBotocoreBefore, toBotocoreAfter] = Array.isArray(judged) ? judged[index] : [];
				expect({before, after, wanted, read: toBotocoreAfter}).toEqual({
					before,
					after,
					wanted,
					read: withSettings(toBotocoreBefore, name, wanted),
				});

				const [readBefore, readAfter] = await Promise.all(
					[before, after].map(async (text, which) => {
						const file = path.join(folder, `${index}-${which}`);
						writeFileSync(file, text);
						return (await loadSharedConfigFiles({filepath: path.join(folder, 'none'), configFilepath: file}))
							.configFile;
					}),
				);
				expect({after, own: pick(readAfter?.[name], wanted)}).toEqual({
					after,
					own: pick(withSettings({}, name, wanted)[name], wanted),
				});
				expect({after, others: {...readAfter, [name]: 0}}).toEqual({after, others: {...readBefore, [name]: 0}});
			}
		},
	);
});

type Profiles = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

function withSettings(profiles: Profiles, name: string, wanted: CliProfileSettings): Profiles {
	const merged = Object.entries({...profiles[name], ...wanted}).filter(([, value]) => value !== null);
	return {...profiles, [name]: Object.fromEntries(merged)};
}

function pick(settings_: Readonly<Record<string, unknown>> | undefined, wanted: CliProfileSettings) {
	return Object.fromEntries(Object.entries(settings_ ?? {}).filter(([key]) => Object.hasOwn(wanted, key)));
}
