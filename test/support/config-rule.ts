import {configFiles} from '../../src/config-file/read-config-files.ts';
import {rules} from '../../src/rules/config-file/rules.generated.ts';
import type {ConfigFiles} from '../../src/rules/config-files.ts';
import type {Rule} from '../../src/rules/rule.ts';
import {runRule} from '../../src/rules/run.ts';

/** What a rule on config files judges, by the texts of the files. */
export interface ConfigCase {
	/** `a` unless given. */
	readonly cliProfile?: string;
	readonly config?: string;
	readonly credentials?: string;
	readonly env?: Readonly<Record<string, string>>;
	readonly platform?: 'posix' | 'windows';
}

/** The command that good files of these tests run. */
export const GOOD_COMMAND =
	'/opt/x/aws_signing_helper credential-process --certificate /etc/c.pem --private-key /etc/k.pem --trust-anchor-arn arn';

/** A config file with which nothing is wrong. */
export const GOOD_CONFIG = `[profile a]\ncredential_process = ${GOOD_COMMAND}\nregion = eu-central-1\n`;

/** The subject of a case; the files are called `config` and `credentials`. */
export function subjectOf({
	cliProfile = 'a',
	config,
	credentials,
	env = {},
	platform = 'posix',
}: ConfigCase): ConfigFiles {
	return configFiles({
		cliProfile,
		platform,
		env,
		config: config === undefined ? undefined : {path: 'config', text: config},
		credentials: credentials === undefined ? undefined : {path: 'credentials', text: credentials},
	});
}

/** The status of a rule, and its findings as `place: message`. */
export function judge(rule: Rule<ConfigFiles>, differsBy: ConfigCase): readonly [string, readonly string[]] {
	const {status, findings} = runRule(rule, subjectOf(differsBy));
	return [status, findings.map(({at, message}) => `${at}: ${message}`)];
}

/** The ids of all rules on config files that find something. */
export function failing(differsBy: ConfigCase): readonly string[] {
	return rules.filter(rule => runRule(rule, subjectOf(differsBy)).status === 'failed').map(({id}) => id);
}
