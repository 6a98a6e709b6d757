import type {ProgramEvidence} from '../evidence/command.ts';
import {type ReadAt, readElf} from './read-elf.ts';

/** What the bytes of a program tell. */
export interface ProgramFormat extends Pick<ProgramEvidence, 'format' | 'architecture' | 'glibc' | 'isClosed'> {
	/** The loader of an executable. */
	readonly loader?: string;
	/** Of a script: its interpreter and what follows on the first line. */
	readonly interpreter?: readonly string[];
}

/** Of Mach-O, by the type of its processor. */
const MAC_MACHINES: ReadonlyMap<number, string> = new Map([
	[0x01000007, 'x64'],
	[0x0100000c, 'arm64'],
]);

/** Of PE, by the number of its machine. */
const PE_MACHINES: ReadonlyMap<number, string> = new Map([
	[0x014c, 'ia32'],
	[0x8664, 'x64'],
	[0xaa64, 'arm64'],
]);

/**
 * Tells what a program is by its bytes.
 *
 * @param bytes - Its first 4 096 bytes, or all there are.
 * @param readAt - Gives any other.
 */
export function programFormat(bytes: Uint8Array, readAt: ReadAt): ProgramFormat {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const elf = readElf(readAt);
	if (elf) {
		return {format: 'elf', ...elf};
	}

	if (bytes.length >= 64 && view.getUint16(0) === 0x4d5a) {
		const at = view.getUint32(60, true);
		const architecture = at + 6 <= bytes.length ? PE_MACHINES.get(view.getUint16(at + 4, true)) : undefined;
		return {format: 'pe', ...(architecture !== undefined && {architecture})};
	}

	if (bytes.length >= 8 && [0xcffaedfe, 0xcefaedfe].includes(view.getUint32(0))) {
		const architecture = MAC_MACHINES.get(view.getUint32(4, true));
		return {format: 'mach-o', ...(architecture !== undefined && {architecture})};
	}

	// Programs for several processors: each finds its own.
	return bytes.length >= 8 && view.getUint32(0) === 0xcafebabe ? {format: 'mach-o'} : textFormat(bytes);
}

function textFormat(bytes: Uint8Array): ProgramFormat {
	const text = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
	if (bytes.length === 0 || (bytes.length <= 1024 && text.trim() === '')) {
		return {format: 'empty'};
	}

	const script = /^#![ \t]*([^\r\n]+)/.exec(text)?.[1];
	if (script !== undefined) {
		return {format: 'script', interpreter: script.trim().split(/[ \t]+/)};
	}

	return {format: /^(?:\xef\xbb\xbf)?\s*<(?:\?xml|!doctype|html|error)\b/i.test(text) ? 'xml' : 'unknown'};
}
