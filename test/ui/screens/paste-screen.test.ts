import {expect, test} from 'vitest';
import {frame} from '../../../src/ui/frame.ts';
import {plainText} from '../../../src/ui/line.ts';
import {pasteScreen} from '../../../src/ui/screens/paste-screen.ts';
import {themeFor} from '../../../src/ui/theme.ts';

test('a text of several lines is done with Ctrl-D, and never while it is empty', () => {
	const said: string[] = [];
	const screen = pasteScreen({
		frame: view => ({title: 'Title', ...view}),
		question: 'What did it say?',
		note: 'All of it.',
		ghost: 'paste it here',
		text: '',
		answer: text => said.push(text),
		back: () => said.push('back'),
	});
	const shown = () =>
		frame(screen.view(), {columns: 60, rows: 16}, themeFor({LANG: 'C.UTF-8'}, 'linux'))
			.lines.map(plainText)
			.join('\n');
	expect(shown()).toContain('paste it here');
	screen.press({name: 'ctrl', letter: 'd'});
	expect(said).toEqual([]);
	screen.press({name: 'paste', text: 'one\ntwo'});
	screen.press({name: 'enter'});
	screen.press({name: 'text', text: 'three'});
	expect(shown()).toMatch(/Ctrl-D done.*Esc back/);
	expect(shown()).toContain('three');
	screen.press({name: 'ctrl', letter: 'd'});
	screen.press({name: 'escape'});
	expect(said).toEqual(['one\ntwo\nthree', 'back']);
});
