import {describe, expect, test} from 'vitest';
import {askingMode} from '../../src/cli/asking-mode.ts';

const WINDOW = {output: {columns: 80, rows: 24}};

function modeOf({
	isInteractive = true,
	isPlain = false,
	env = {},
	terminal = WINDOW,
}: {
	readonly isInteractive?: boolean;
	readonly isPlain?: boolean;
	readonly env?: Readonly<Record<string, string>>;
	readonly terminal?: typeof WINDOW;
}) {
	return askingMode({isInteractive, env, terminal}, {isPlain});
}

const sized = (columns: number, rows: number) => ({terminal: {output: {columns, rows}}});

describe('askingMode', () => {
	test.each([
		['a usual terminal', {}],
		['the smallest window that screens fit', sized(40, 12)],
		['a terminal that tells no size', sized(0, 0)],
		['a screen reader variable that says no', {env: {INK_SCREEN_READER: 'false', ACCESSIBLE: '0'}}],
		['NO_COLOR, which is about colours', {env: {NO_COLOR: '1'}}],
	])('draws screens on %s', (_case, person) => {
		expect(modeOf(person)).toMatchObject({kind: 'screens'});
	});

	test.each([
		['--plain', {isPlain: true}],
		['a window that is too narrow', sized(39, 24)],
		['a window that is too low', sized(80, 11)],
	])('asks line by line for %s', (_case, person) => {
		expect(modeOf(person)).toEqual({kind: 'lines', drawing: 'line'});
	});

	test.each([
		['TERM=dumb', {env: {TERM: 'dumb'}}],
		['INK_SCREEN_READER=true', {env: {INK_SCREEN_READER: 'true'}}],
		['ACCESSIBLE=1', {env: {ACCESSIBLE: '1'}}],
		['TERM=dumb and --plain', {env: {TERM: 'dumb'}, isPlain: true}],
	])('never draws over a line for %s', (_case, person) => {
		expect(modeOf(person)).toEqual({kind: 'lines', drawing: 'none'});
	});

	test.each([
		['no terminal', {isInteractive: false}],
		['no terminal, whatever else', {isInteractive: false, isPlain: true, env: {TERM: 'dumb'}}],
	])('asks nobody with %s', (_case, person) => {
		expect(modeOf(person)).toEqual({kind: 'unattended'});
	});
});
