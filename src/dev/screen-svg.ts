import type {IBufferCell, Terminal} from '@xterm/headless';

/** Pixels. */
const CELL = {width: 8.4, height: 18};
const MARGIN = 12;
const BACKGROUND = '#18181b';
const FOREGROUND = '#e4e4e7';

/** The eight colours of the palette that screens use, as they are drawn on {@link BACKGROUND}. */
const PALETTE = ['#3f3f46', '#f87171', '#4ade80', '#facc15', '#60a5fa', '#c084fc', '#22d3ee', FOREGROUND];

/**
 * The screen of a terminal as SVG: text that can be read out, in the colours that it has.
 *
 * @param title - What it shows, for who cannot see it.
 * @param masked - Makes a line the same in every run; must not change its length.
 */
export function screenSvg(
	{buffer: {active}, cols, rows}: Terminal,
	{title, masked}: {readonly title: string; readonly masked: (line: string) => string},
): string {
	const [width, height] = [cols * CELL.width + 2 * MARGIN, rows * CELL.height + 2 * MARGIN];
	const lines = Array.from({length: rows}, (_row, index) => {
		const line = active.getLine(active.viewportY + index);
		const text = masked(line?.translateToString(false) ?? '');
		return runsOf(
			Array.from({length: cols}, (_cell, column) => line?.getCell(column)),
			text,
		)
			.map(run => toText(run, index))
			.join('\n');
	});
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title">`,
		`<title id="title">${escaped(title)}</title>`,
		`<rect width="${width}" height="${height}" rx="8" fill="${BACKGROUND}"/>`,
		`<g font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="14" fill="${FOREGROUND}" xml:space="preserve">`,
		...lines.filter(line => line !== ''),
		'</g>',
		'</svg>',
		'',
	].join('\n');
}

interface Run {
	readonly column: number;
	readonly text: string;
	readonly style: string;
}

/** Neighbouring cells of one style; blanks at the ends are nothing to draw. */
function runsOf(cells: readonly (IBufferCell | undefined)[], text: string): readonly Run[] {
	const runs: Run[] = [];
	cells.forEach((cell, column) => {
		const style = cell ? styleOf(cell) : '';
		const last = runs.at(-1);
		if (last?.style === style) {
			runs[runs.length - 1] = {...last, text: `${last.text}${text[column] ?? ' '}`};
		} else {
			runs.push({column, text: text[column] ?? ' ', style});
		}
	});
	return runs.flatMap(run => {
		const start = run.text.length - run.text.trimStart().length;
		const trimmed = run.text.trim();
		return trimmed === '' ? [] : [{...run, column: run.column + start, text: trimmed}];
	});
}

function styleOf(cell: IBufferCell): string {
	const colour = cell.isFgPalette() ? PALETTE[cell.getFgColor() % 8] : undefined;
	return [
		...(colour === undefined ? [] : [` fill="${colour}"`]),
		...(cell.isBold() ? [' font-weight="bold"'] : []),
		...(cell.isDim() ? [' opacity="0.65"'] : []),
	].join('');
}

function toText({column, text, style}: Run, row: number): string {
	const x = rounded(MARGIN + column * CELL.width);
	const y = rounded(MARGIN + row * CELL.height + 13.5);
	const length = rounded(text.length * CELL.width);
	return `<text x="${x}" y="${y}" textLength="${length}"${style}>${escaped(text)}</text>`;
}

function rounded(pixels: number): number {
	return Math.round(pixels * 10) / 10;
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
