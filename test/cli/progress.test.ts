import {expect, test} from 'vitest';
import {makeProgress} from '../../src/cli/progress.ts';

test('progress is told after a second, and then every other second', () => {
	const said: string[] = [];
	let moment = 0;
	const tell = makeProgress({now: () => new Date(moment), say: text => void said.push(text)}, count => `${count} done`);
	for (moment = 0; moment <= 5000; moment += 100) {
		tell(moment);
	}

	expect(said).toEqual(['1000 done', '3000 done', '5000 done']);
});

test('work that takes no second is silent', () => {
	const said: string[] = [];
	let moment = 0;
	const tell = makeProgress({now: () => new Date(moment), say: text => void said.push(text)}, String);
	moment = 999;
	tell(7);
	expect(said).toEqual([]);
});
