import {render} from 'ink-testing-library';
import {describe, expect, onTestFinished, test} from 'vitest';
import {choiceField} from '../../src/ui/fields/choice-field.ts';
import type {Field} from '../../src/ui/fields/field.ts';
import {listField} from '../../src/ui/fields/list-field.ts';
import {numberField} from '../../src/ui/fields/number-field.ts';
import {pasteField} from '../../src/ui/fields/paste-field.ts';
import {secretField} from '../../src/ui/fields/secret-field.ts';
import {switchField} from '../../src/ui/fields/switch-field.ts';
import {textField} from '../../src/ui/fields/text-field.ts';
import {Current, Play} from '../../src/ui/play.tsx';
import {theme} from '../support/keys.ts';

/** A screen with nothing but a field on it, drawn by Ink. */
function play(first: Field<unknown>) {
	let field = first;
	const current = new Current({
		view: () => ({title: 'Field', hints: field.hints, body: space => field.draw(space)}),
		press: key => {
			field = field.press(key) ?? field;
		},
	});
	const {lastFrame, stdin, unmount} = render(
		<Play
			current={current}
			theme={theme}
			tooSmall=""
			stop={undefined}
			press={keys => {
				for (const key of keys) {
					current.screen.press(key);
				}

				current.change();
			}}
		/>,
	);
	onTestFinished(unmount);
	return {
		value: () => field.value,
		async type(...chunks: readonly string[]) {
			for (const chunk of chunks) {
				stdin.write(chunk);
				await new Promise(resolve => setTimeout(resolve, 5));
			}
		},
		shows: (text: string) => expect.poll(lastFrame, {timeout: 30_000}).toContain(text),
	};
}

const DOWN = '\u001b[B';
const LEFT = '\u001b[D';
const BACKSPACE = '\u007f';

describe('fields, drawn by Ink', () => {
	test('a text', async () => {
		const {shows, type, value} = play(textField({ghost: 'build-hosts'}));
		await shows('❯ build-hosts');
		await type('CN=a', LEFT, 'b');
		await shows('❯ CN=ba');
		expect(value()).toBe('CN=ba');
	});

	test('a number', async () => {
		const {shows, type} = play(numberField({ghost: 365, unit: 'days'}));
		await shows('❯ 365 days');
		await type('3x0');
		await shows('❯ 30 days');
	});

	test('a secret', async () => {
		const {shows, type, value} = play(secretField({reveal: 'show it', hide: 'hide it'}));
		await type('four words');
		await shows('❯ ••••••••');
		await type('\u0012');
		await shows('❯ four words');
		expect(value()).toBe('four words');
	});

	test('a choice', async () => {
		const options = ['eu-central-1', 'us-east-1'].map(value => ({value, label: value}));
		const {shows, type} = play(choiceField({options, nothing: 'Nothing.', move: 'choose', filter: 'to filter'}));
		await type(DOWN);
		await shows('❯ us-east-1');
		await type('eu');
		await shows('❯ eu-central-1');
	});

	test('a switch', async () => {
		const {shows, type} = play(
			switchField({value: false, yes: 'Yes', no: 'No', letters: {yes: 'y', no: 'n'}, move: 'choose'}),
		);
		await shows('❯ No');
		await type('y');
		await shows('❯ Yes');
	});

	test('a list', async () => {
		const {shows, type, value} = play(listField({add: 'add', change: 'change'}));
		await type('a.example.com', '\r', 'b', BACKSPACE);
		await shows('✓ a.example.com');
		expect(value()).toEqual(['a.example.com']);
	});

	test('several rows', async () => {
		const {shows, type} = play(pasteField({ghost: 'Paste here', newLine: 'new line', done: 'done'}));
		await shows('❯ Paste here');
		await type('\u001b[200~one\rtwo\u001b[201~');
		await shows('❯ one');
		await shows('two');
	});
});
