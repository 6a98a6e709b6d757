import {defineCheck} from '../check.ts';

export default defineCheck({
	check: 'session',
	title: 'Session',
	needs: ['live'],
	judge: () => ({findings: [], words: 'not judged yet', state: 'unknown'}),
});
