import {printable} from '../../../printable.ts';
import {defineCheck} from '../check.ts';

export default defineCheck({
	check: 'session',
	title: 'One session',
	needs: ['live'],
	judge({live}) {
		switch (live.state) {
			case 'absent':
				return {findings: [], words: 'none was asked for', state: 'unknown'};
			case 'unseen':
				return {findings: [], words: live.message, state: 'unknown'};
			case 'seen':
				break;
		}

		const answer = live.value;
		switch (answer.outcome) {
			case 'granted':
				return {findings: [], words: `granted, until ${printable(answer.expiration)}`};
			case 'refused':
				return {
					findings: [],
					words: `refused (${answer.status}): ${printable(answer.message)}`,
					state: 'failed',
				};
			case 'failed':
				return {findings: [], words: printable(answer.message), state: 'failed'};
		}
	},
});
