import {defineCheck} from '../check.ts';

export default defineCheck({
	check: 'files',
	title: 'Files',
	needs: ['host', 'files'],
	judge: () => ({findings: [], words: 'not judged yet', state: 'unknown'}),
});
