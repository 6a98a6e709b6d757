import type {LintedItem, LintResult} from '../../lint/lint-result.ts';
import {printable} from '../../printable.ts';
import type {Finding} from '../../rules/finding.ts';
import type {Space} from '../../ui/fields/field.ts';
import type {View} from '../../ui/frame.ts';
import {blank, cutEnd, cutMiddle, type Line, line, span, type Tone} from '../../ui/line.ts';
import {letterOf} from '../../ui/screens/page-screen.ts';
import {type Rows, Scroll} from '../../ui/scroll.ts';
import type {Screen} from '../../ui/stage.tsx';
import {wrap} from '../../ui/wrap.ts';
import {keys, checking as texts} from '../texts/en.ts';

/** What was found, and what can be done with it. */
export interface ShowingFindings {
	readonly result: LintResult;
	frame(view: Pick<View, 'body' | 'hints'>): View;
	open(finding: Finding): void;
	/** Undefined where nothing was read that could be repaired. */
	readonly repair: (() => void) | undefined;
	back(): void;
}

const TONES: Readonly<Record<Finding['severity'], Tone>> = {error: 'bad', warning: 'caution', notice: 'faint'};

/** Everything that was found, by file and by thing; Enter opens one. */
export function findingsScreen({result, frame, open, repair, back}: ShowingFindings): Screen {
	const findings = result.files.flatMap(file => [...file.findings, ...file.items.flatMap(item => item.findings)]);
	const scroll = new Scroll();
	let at = 0;
	return {
		view: () =>
			frame({
				hints: [
					...(findings.length === 0
						? []
						: [
								{key: 'Enter', does: keys.explain},
								{key: '↑↓', does: keys.choose},
							]),
					...(repair === undefined ? [] : [{key: 'f', does: keys.fix}]),
					{key: 'Esc', does: keys.back},
					...(scroll.isNeeded && findings.length === 0 ? [{key: '↑↓', does: keys.scroll}] : []),
					{key: 'Ctrl-C', does: keys.quit},
				],
				body(space) {
					const {lines, seen} = draw(result, findings[at], space);
					return scroll.draw({lines}, space, seen);
				},
			}),
		press(key) {
			const last = findings.length - 1;
			const finding = findings[at];
			if (findings.length > 0 && (key.name === 'down' || key.name === 'tab')) {
				at = at === last ? 0 : at + 1;
				scroll.reset();
			} else if (findings.length > 0 && (key.name === 'up' || key.name === 'back-tab')) {
				at = at === 0 ? last : at - 1;
				scroll.reset();
			} else if (key.name === 'enter' && finding) {
				open(finding);
			} else if (key.name === 'escape') {
				back();
			} else if (letterOf(key) === 'f') {
				repair?.();
			} else {
				scroll.press(key, findings.length === 0);
			}
		},
	};
}

function draw(
	{files, counts, verdict}: LintResult,
	chosen: Finding | undefined,
	space: Space,
): {readonly lines: readonly Line[]; readonly seen: Rows} {
	const {columns} = space;
	const lines: Line[] = [
		...wrap(printable(verdict), columns, 'strong'),
		line(texts.counts(counts.error, counts.warning, counts.notice), 'faint'),
	];
	let seen: Rows = {from: 0, to: lines.length};
	const add = (finding: Finding) => {
		const isAt = finding === chosen;
		if (isAt) {
			seen = {from: Math.max(0, lines.length - 2), to: lines.length + 1};
		}

		lines.push(findingRow(finding, isAt, space));
	};
	for (const file of files) {
		lines.push(blank, line(cutMiddle(printable(file.path), columns), 'strong'));
		file.findings.forEach(add);
		for (const item of file.items) {
			lines.push(...itemRows(item, space));
			item.findings.forEach(add);
		}
	}

	return {lines, seen};
}

function itemRows({kind, role, subject, findings, verdict}: LintedItem, {columns, theme}: Space): readonly Line[] {
	const what = [kind, role === null ? '' : `(${role})`, subject === null ? '' : printable(subject)]
		.filter(Boolean)
		.join(' ');
	const first: Line = [span(`  ${cutMiddle(what, columns - 2)}`)];
	return findings.length === 0
		? [
				first,
				...wrap(printable(verdict), columns - 6).map(
					(row): Line => [span(`    ${theme.symbols.done} `, 'good'), ...row],
				),
			]
		: [first];
}

function findingRow({severity, message, rule}: Finding, isAt: boolean, {columns, theme: {symbols}}: Space): Line {
	const mark = severity === 'error' ? symbols.failed : symbols.attention;
	const text = `${texts.severity[severity]}: ${message} (${rule})`;
	return [
		span(isAt ? `  ${symbols.pointer} ` : '    ', 'accent'),
		span(`${mark} `, TONES[severity]),
		span(cutEnd(text, columns - 6), isAt ? 'accent' : 'plain'),
	];
}
