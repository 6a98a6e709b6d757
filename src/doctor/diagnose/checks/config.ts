import {printable} from '../../../printable.ts';
import {rules} from '../../../rules/config-file/rules.generated.ts';
import {runRules} from '../../../rules/run.ts';
import type {Look} from '../../evidence/look.ts';
import {defineCheck, type Gathered, type Judgement} from '../check.ts';
import {configFilesOf} from '../config-files-of.ts';

export default defineCheck({
	check: 'config',
	title: 'AWS config files',
	needs: ['host', 'config'],
	judge(evidence) {
		const {config, credentials} = evidence.config;
		if (!isKnown(config) && !isKnown(credentials)) {
			return {findings: [], words: 'they could not be read', state: 'unknown'};
		}

		return {findings: runRules(rules, configFilesOf(evidence)), ...wordsOf(evidence)};
	},
});

function wordsOf({config: {config}, cliProfile}: Gathered<'config'>): Pick<Judgement, 'words' | 'state'> {
	const {name} = cliProfile;
	switch (config.state) {
		case 'seen':
			return {words: `CLI profile ${printable(name)} in ${printable(config.value.path)}`};
		case 'absent':
			return {words: 'there is no config file'};
		case 'unseen':
			return {words: `the config file could not be read: ${config.message}`};
	}
}

/** That there is none is known, too. */
function isKnown(look: Look<unknown>): boolean {
	return look.state !== 'unseen';
}
