import {printable} from '../../../printable.ts';
import {defineCheck} from '../check.ts';

export default defineCheck({
	check: 'history',
	title: 'Last error',
	needs: ['lastError'],
	judge({lastError}) {
		switch (lastError.state) {
			case 'seen':
				return {
					findings: [],
					words: `${printable(lastError.value.at)}: ${printable(lastError.value.message)}`,
					state: 'noticed',
				};
			case 'absent':
				return {findings: [], words: 'none is recorded'};
			case 'unseen':
				return {findings: [], words: lastError.message, state: 'unknown'};
		}
	},
});
