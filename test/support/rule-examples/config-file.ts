import {rules} from '../../../src/rules/config-file/rules.generated.ts';
import type {ConfigFiles} from '../../../src/rules/config-files.ts';
import {subjectOf} from '../config-rule.ts';
import {examplesOf} from './example.ts';

/**
 * Examples of the rules on config files: the text of the config file. A line `# ~/.aws/credentials` begins the
 * credentials file, `# Environment` variables as `NAME=value`, `# Windows` says where it is. The CLI profile is `a`,
 * or what `# --profile NAME` names.
 */
export const configFileExamples = examplesOf<ConfigFiles>(rules, readConfigExample);

function readConfigExample(example: string): ConfigFiles {
	const parts: Record<'config' | 'credentials' | 'environment', string[]> = {
		config: [],
		credentials: [],
		environment: [],
	};
	let part: keyof typeof parts = 'config';
	let platform: 'posix' | 'windows' = 'posix';
	let cliProfile = 'a';
	for (const line of example.split('\n')) {
		if (line === '# ~/.aws/config') {
			part = 'config';
		} else if (line === '# ~/.aws/credentials') {
			part = 'credentials';
		} else if (line === '# Environment') {
			part = 'environment';
		} else if (line === '# Windows') {
			platform = 'windows';
		} else if (line.startsWith('# --profile ')) {
			cliProfile = line.slice('# --profile '.length);
		} else {
			parts[part].push(line);
		}
	}

	const text = (lines: readonly string[]) => lines.map(line => `${line}\n`).join('');
	return subjectOf({
		cliProfile,
		platform,
		...(parts.config.length > 0 && {config: text(parts.config)}),
		...(parts.credentials.length > 0 && {credentials: text(parts.credentials)}),
		env: Object.fromEntries(parts.environment.map(line => line.split('=', 2))),
	});
}
