import * as z from 'zod/mini';
import {ExpectedError} from '../../errors.ts';
import {readBytes} from '../../files/read.ts';
import {printable} from '../../printable.ts';
import {type Bundle, bundleSchema} from './bundle.ts';

/** Larger than any machine's evidence. */
const LARGEST = 64 * 1024 * 1024;

/**
 * Reads a bundle that `writeBundle` made, here or elsewhere. Nothing in it is trusted: it has the shape of evidence, and what is
 * shown as it stands is made safe.
 *
 * @throws {ExpectedError} `FILE_MISSING`; `FILE_UNREADABLE`; `BUNDLE_UNREADABLE`, naming the member that is wrong.
 */
export async function readBundle(file: string): Promise<Bundle> {
	const bytes = await readBytes(file);
	const name = printable(file);
	if (bytes.length > LARGEST) {
		throw unreadable(`${name} is larger than any bundle.`);
	}

	const read = z.safeParse(bundleSchema, parse(bytes, name), {reportInput: false});
	if (!read.success) {
		const [first] = read.error.issues;
		const place = first?.path.map(String).join('.') || 'the whole';
		throw unreadable(`${name} is no bundle that this version reads: ${printable(place)} is not as it should be.`);
	}

	return read.data;
}

function parse(bytes: Uint8Array, name: string): unknown {
	try {
		return JSON.parse(new TextDecoder().decode(bytes));
	} catch (error) {
		throw unreadable(`${name} is no bundle: it is not JSON.`, error);
	}
}

function unreadable(message: string, cause?: unknown): ExpectedError {
	return new ExpectedError('BUNDLE_UNREADABLE', message, {
		next: ['Make one where the trouble is: anchorsmith doctor --bundle FILE', 'Use the same version on both machines.'],
		cause,
	});
}
