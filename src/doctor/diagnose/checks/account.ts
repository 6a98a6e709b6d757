import {printable} from '../../../printable.ts';
import {serviceTime} from '../../predict/session-asked-for.ts';
import {defineCheck} from '../check.ts';
import {judgeLists} from '../judge-lists.ts';
import {ANSWER_NEEDS, noticedInAccount, predictedUnder} from '../predicted.ts';

export default defineCheck({
	check: 'account',
	title: 'Account',
	needs: ANSWER_NEEDS,
	judge(evidence) {
		const findings = [
			...predictedUnder('account', evidence),
			...noticedInAccount(evidence),
			...judgeLists(evidence.account, serviceTime(evidence)),
		];
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
