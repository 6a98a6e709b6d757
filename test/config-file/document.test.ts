import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {readDocument} from '../../src/config-file/document.ts';
import {joinLines} from '../../src/config-file/lines.ts';
import {oddConfig, tidyConfig} from '../support/config-texts.ts';
import {isPresent} from '../support/judges.ts';
import {askPython} from '../support/python.ts';

/** For each text: its CLI profiles as botocore reads them from a file, or null when it refuses the file. */
const BOTOCORE = `
import botocore.configloader as loader, botocore.exceptions, tempfile, os
def read(text):
    with tempfile.NamedTemporaryFile('wb', delete=False) as file:
        file.write(text.encode('utf-8', 'surrogatepass'))
    try:
        raw = loader.raw_config_parse(file.name, parse_subsections=False)
        loader.raw_config_parse(file.name)
        return {'sections': [[name, sorted(values.items())] for name, values in raw.items()],
                'profiles': sorted(loader.build_profile_map(raw)['profiles'])}
    except botocore.exceptions.ConfigParseError:
        return None
    finally:
        os.unlink(file.name)
print(json.dumps([read(text) for text in input]))
`;

/** The same from our own reading. */
function read(text: string): unknown {
	const {sections, problems} = readDocument(text);
	if (problems.length > 0) {
		return null;
	}

	const inherited = sections.filter(({header}) => header === 'DEFAULT').flatMap(({keys}) => keys);
	return {
		sections: sections
			.filter(({header}) => header !== 'DEFAULT')
			.map(({header, keys}) => [
				header,
				Object.entries(
					Object.fromEntries([...inherited, ...keys].map(({written, value}) => [written.toLowerCase(), value])),
				).toSorted(([one], [other]) => (one < other ? -1 : 1)),
			]),
		profiles: [...new Set(sections.flatMap(({cliProfile}) => cliProfile ?? []))].toSorted(),
	};
}

describe('readDocument', () => {
	test('keeps every byte of any text', () => {
		fc.assert(
			fc.property(fc.oneof(oddConfig, fc.string({unit: 'binary'})), text => {
				const {hasByteOrderMark, lines} = readDocument(text);
				expect((hasByteOrderMark ? '\uFEFF' : '') + joinLines(lines)).toBe(text);
			}),
		);
	});

	test.runIf(isPresent('python3'))('reads thousands of odd files exactly as botocore does', () => {
		const texts = [...fc.sample(oddConfig, 3000), ...fc.sample(tidyConfig, 500)];
		const judged = askPython(BOTOCORE, texts);

		expect(texts.map(text => ({text, read: read(text)}))).toEqual(
			Array.isArray(judged) ? texts.map((text, index) => ({text, read: judged[index]})) : [],
		);
	});

	test.each([
		['key = value', [{kind: 'no-section', line: 1}]],
		['[a]\n--certificate x', [{kind: 'not-a-setting', line: 2}]],
		['[a]\n= x', [{kind: 'not-a-setting', line: 2}]],
		['[a]\n[b]\n\n[a]', [{kind: 'duplicate-section', line: 4, firstLine: 1, name: 'a'}]],
		['[a]\nregion = x\nREGION = y', [{kind: 'duplicate-key', line: 3, firstLine: 2, name: 'REGION'}]],
		['[a]\ncredential_process =\n  /bin/x', [{kind: 'broken-nested', line: 2, name: 'credential_process'}]],
		['\uFEFF[a]', [{kind: 'byte-order-mark', line: 1}]],
		['[DEFAULT]\n[DEFAULT]\n', []],
		['[a]\ns3 =\n  a = b\n', []],
	])('finds what makes botocore refuse %j', (text, problems) => {
		expect(readDocument(text).problems).toMatchObject(problems);
	});

	test('ends a section with its last setting, so that what stands between sections belongs to neither', () => {
		const {sections} = readDocument('[a]\nx = 1\n  more\n\n# about b\n[b]\n');

		expect(sections).toMatchObject([
			{header: 'a', line: 1, lastLine: 3, keys: [{written: 'x', line: 2, continuations: [3], value: '1\nmore'}]},
			{header: 'b', line: 6, lastLine: 6, keys: []},
		]);
	});
});
