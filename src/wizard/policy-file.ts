import {ExpectedError} from '../errors.ts';
import {readTextFile} from '../files/read.ts';
import {printable} from '../printable.ts';

/** What STS takes of inline and managed session policies, in characters (fact sheet, API-07). */
export const LONGEST_SESSION_POLICY = 2048;

/** What IAM takes of all inline policies of a role together, in characters. */
export const LONGEST_ROLE_POLICY = 10_240;

/**
 * A policy file as JSON without white space; undefined when no file is named.
 *
 * @param longest - How many characters AWS takes of it.
 * @throws {ExpectedError} `POLICY_INVALID`; `FILE_MISSING` or `FILE_UNREADABLE`.
 */
export async function readPolicy(
	file: string | undefined,
	longest: number,
	resolve: (file: string) => string,
): Promise<string | undefined> {
	if (file === undefined) {
		return undefined;
	}

	const policy = parsePolicyFile(await readTextFile(resolve(file)), file);
	if (policy.length > longest) {
		throw new ExpectedError(
			'POLICY_INVALID',
			`${printable(file)} is ${policy.length} characters long without white space, and AWS takes ${longest}.`,
			{next: ['Shorten it, for example with wildcards in actions and resources']},
		);
	}

	return policy;
}

/**
 * A policy's text as JSON without white space.
 *
 * @param file - Only names it in messages.
 * @throws {ExpectedError} `POLICY_INVALID`.
 */
export function parsePolicyFile(text: string, file: string): string {
	const wrong = (why: string, cause?: unknown) =>
		new ExpectedError('POLICY_INVALID', `${printable(file)} is no IAM policy: ${why}.`, {
			next: ['One reads {"Version": "2012-10-17", "Statement": [...]}'],
			cause,
		});
	try {
		const policy: unknown = JSON.parse(text);
		if (typeof policy !== 'object' || policy === null || !('Statement' in policy)) {
			throw wrong('it has no Statement');
		}

		return JSON.stringify(policy);
	} catch (error) {
		throw error instanceof SyntaxError ? wrong(printable(error.message), error) : error;
	}
}
