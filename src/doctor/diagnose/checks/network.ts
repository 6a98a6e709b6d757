import {defineCheck} from '../check.ts';

export default defineCheck({
	check: 'network',
	title: 'Way to the service',
	needs: ['network'],
	judge: () => ({findings: [], words: 'not judged yet', state: 'unknown'}),
});
