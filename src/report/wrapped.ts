/** Columns that every report fits. */
const WIDTH = 80;

/**
 * Text in lines that fit the width, each indented; `first` stands before the first instead. A word that is too long
 * keeps its line.
 */
export function wrapped(
	text: string,
	indent: number,
	first = ' '.repeat(indent),
	width: number = WIDTH,
): readonly string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(' ')) {
		if (line !== '' && indent + line.length + 1 + word.length > width) {
			lines.push(line);
			line = word;
		} else {
			line = line === '' ? word : `${line} ${word}`;
		}
	}

	return [...lines, line].map((content, index) => `${index === 0 ? first : ' '.repeat(indent)}${content}`);
}

const COMMAND =
	/^(?:(.*?:) )?((?:anchorsmith|node|npx|aws|openssl|certtool|chmod|cp|mv|iconv|base64|ssh-keygen|jq|kubectl|printf|sed|tr) [^.]\S*.*)$/s;

/** A piece of advice as lines: a command at its end stands alone, fit to be copied. */
export function adviceLines(label: string, text: string, indent: number): readonly string[] {
	const first = `${' '.repeat(indent)}${label}`;
	const {words, command} = splitAdvice(text);
	if (command === undefined) {
		return wrapped(text, indent + label.length, first);
	}

	const margin = ' '.repeat(indent + label.length);
	return [
		...(words === undefined ? [first.trimEnd()] : wrapped(words, indent + label.length, first)),
		...commandLines(command, WIDTH - margin.length).map(line => `${margin}${line}`),
	];
}

/** A piece of advice, and the command that it ends in. */
export function splitAdvice(text: string): {readonly words: string | undefined; readonly command: string | undefined} {
	const [, words, command] = COMMAND.exec(text) ?? [];
	// A sentence may name a program, too.
	return command === undefined || command.endsWith('.') ? {words: text, command: undefined} : {words, command};
}

/** A command in lines that a shell takes as one: broken between words, never within quotes. */
export function commandLines(command: string, width: number): readonly string[] {
	const room = width - ' \\'.length;
	const lines: string[] = [];
	for (const word of command.match(/(?:[^\s"']|"[^"]*"|'[^']*')+/g) ?? []) {
		const line = lines.at(-1);
		if (line === undefined || line.length + 1 + word.length > room) {
			lines.push(line === undefined ? word : `  ${word}`);
		} else {
			lines[lines.length - 1] = `${line} ${word}`;
		}
	}

	return lines.map((line, index) => `${line}${index < lines.length - 1 ? ' \\' : ''}`);
}
