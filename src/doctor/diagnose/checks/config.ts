import {printable} from '../../../printable.ts';
import {rules} from '../../../rules/config-file/rules.generated.ts';
import {judgeHost} from '../../../rules/judge-host.ts';
import {runRules} from '../../../rules/run.ts';
import {seenIn} from '../../evidence/look.ts';
import {isAboutConfig} from '../about-config.ts';
import {defineCheck, type Gathered, type Judgement} from '../check.ts';
import {configFilesOf} from '../config-files-of.ts';

export default defineCheck({
	check: 'config',
	title: 'AWS config files',
	needs: ['host', 'config', 'command', 'files'],
	judge(evidence) {
		const {config, command, cliProfile} = evidence;
		const isByFlags = seenIn(command)?.origin === 'flags';
		if (isByFlags && cliProfile.chosenBy !== 'flag') {
			return {findings: [], words: 'not asked: flags stand for them'};
		}

		const isKnown = config.config.state !== 'unseen' && config.credentials.state !== 'unseen';
		const findings = runRules(rules, configFilesOf(evidence));
		const onHost = judgeHost(evidence).filter(isAboutConfig);
		const sure = findings.filter(({rule}) => isKnown || !ON_WHAT_LACKS.has(rule));
		return {findings: [...onHost, ...sure], ...wordsOf(evidence)};
	},
});

/** Rules on what is not there, which cannot be said of a file that was not seen. */
const ON_WHAT_LACKS: ReadonlySet<string> = new Set(['config-profile-found', 'config-process-present', 'config-region']);

function wordsOf({config: {config}, cliProfile}: Gathered<'config'>): Pick<Judgement, 'words' | 'state'> {
	const {name} = cliProfile;
	switch (config.state) {
		case 'seen':
			return {words: `CLI profile ${printable(name)} in ${printable(config.value.path)}`};
		case 'absent':
			return {words: 'there is no config file'};
		case 'unseen':
			return {words: config.message, state: 'unknown'};
	}
}
