import {defineCheck} from '../check.ts';

export default defineCheck({
	check: 'path',
	title: 'Path to the trust anchor',
	needs: ['files', 'account'],
	judge: () => ({findings: [], words: 'not judged yet', state: 'unknown'}),
});
