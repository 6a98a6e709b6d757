import {judgeOrder} from '../../../rules/judge-order.ts';
import {seenIn} from '../../evidence/look.ts';
import {asksForSession} from '../../predict/asks-for-session.ts';
import {defineCheck} from '../check.ts';

export default defineCheck({
	check: 'arns',
	title: 'What is asked for',
	needs: ['command'],
	judge({command}) {
		const asked = seenIn(command);
		if (!asked) {
			return {findings: [], words: 'no command asks for a session', state: 'unknown'};
		}

		if (!asksForSession(asked)) {
			return {findings: [], words: 'the program is not told', state: 'unknown'};
		}

		const {roleArn, trustAnchorArn} = asked.order;
		const [region, account] = (trustAnchorArn ?? '').split(':').slice(3, 5);
		const where = region && account ? ` in ${region} of ${account}` : '';
		return {findings: judgeOrder(asked), words: `${roleArn?.split('/').at(-1) ?? 'no role'}${where}`};
	},
});
