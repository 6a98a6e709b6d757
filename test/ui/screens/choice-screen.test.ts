import {describe, expect, test} from 'vitest';
import {frame} from '../../../src/ui/frame.ts';
import {plainText} from '../../../src/ui/line.ts';
import {choiceScreen} from '../../../src/ui/screens/choice-screen.ts';
import {themeFor} from '../../../src/ui/theme.ts';

const theme = themeFor({LANG: 'C.UTF-8'}, 'linux');

function ask() {
	const said: string[] = [];
	const screen = choiceScreen({
		frame: view => ({title: 'Title', ...view}),
		question: 'Which one?',
		options: [
			{value: 'a', label: 'First', note: 'as usual'},
			{value: 'b', label: 'Second'},
		],
		chosen: 'b',
		problem: () => 'That one is gone.',
		enterDoes: 'open',
		choose: value => said.push(value),
		back: () => said.push('back'),
	});
	const shown = () => frame(screen.view(), {columns: 60, rows: 16}, theme).lines.map(plainText).join('\n');
	return {screen, said, shown};
}

describe('a choice on a screen', () => {
	test('starts where it was told to, and says why the last one was not taken', () => {
		const {shown} = ask();
		expect(shown()).toContain('❯ Second');
		expect(shown()).toContain('! That one is gone.');
		expect(shown()).toMatch(/Enter open.*Esc back/);
	});

	test('takes what is marked, moves with the arrows, and goes back', () => {
		const {screen, said, shown} = ask();
		screen.press({name: 'up'});
		expect(shown()).toMatch(/❯ First +as usual/);
		screen.press({name: 'enter'});
		screen.press({name: 'escape'});
		screen.press({name: 'text', text: 'x'});
		expect(said).toEqual(['a', 'back']);
	});
});
