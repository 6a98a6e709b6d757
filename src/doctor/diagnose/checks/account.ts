import {printable} from '../../../printable.ts';
import {defineCheck} from '../check.ts';
import {ANSWER_NEEDS, noticedInAccount, predictedUnder} from '../predicted.ts';

export default defineCheck({
	check: 'account',
	title: 'Account',
	needs: ANSWER_NEEDS,
	judge(evidence) {
		const findings = [...predictedUnder('account', evidence), ...noticedInAccount(evidence)];
		const {administrator} = evidence.account;
		switch (administrator.state) {
			case 'seen':
				return {findings, words: `seen by ${printable(administrator.value.arn)}`};
			case 'absent':
				return {findings, words: 'it was not looked at', ...(findings.length === 0 && {state: 'unknown'})};
			case 'unseen':
				return {findings, words: administrator.message, ...(findings.length === 0 && {state: 'unknown'})};
		}
	},
});
