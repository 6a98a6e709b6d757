import type {Evidence} from '../evidence/evidence.ts';
import {explains} from './consequences.ts';
import type {Heard} from './diagnosis.ts';
import {type Found, isError} from './found.ts';
import {stageOf} from './stage-of.ts';
import {isBefore} from './weigh.ts';

/**
 * The most likely cause: the first error of those that a message that was met can come from, or what is milder where no
 * error is behind it; else the first error of all that the service has not shown to be without weight. What made another
 * error is named before it.
 *
 * @param found - Weighed already, in the order of the checks.
 */
export function findCause(
	found: readonly Found[],
	heard: readonly Heard[],
	{command, told}: Pick<Evidence, 'command' | 'told'>,
): Found | undefined {
	const answered = heard.find(({from, known}) => from === 'live' && known?.stage !== undefined)?.known?.stage;
	const errors = found.filter(isError);
	const warnings = found.filter(({finding}) => finding.severity === 'warning');
	const notices = found.filter(({finding}) => finding.severity === 'notice');
	const [behind] = [errors, warnings, notices].flatMap(candidates =>
		heard.flatMap(message => firstBehind(candidates, message)),
	);
	// A message that was told of, with nothing of what it came from here, is all there is to go by.
	const isFromElsewhere = told !== undefined && command.state !== 'seen';
	const [first] = errors.filter(each => answered === undefined || !isAfter(each, answered));
	const cause = behind ?? (isFromElsewhere ? undefined : (first ?? unknownFailure(warnings, heard)));
	if (!cause) {
		return undefined;
	}

	const closed = told === undefined ? errors.find(({finding}) => CLOSES_CONFIG.has(finding.rule)) : undefined;
	return closed ?? originOf(cause, [...errors, ...warnings]);
}

/** Of a config file that clients cannot read nothing else in it can be mended before. */
const CLOSES_CONFIG: ReadonlySet<string> = new Set([
	'config-byte-order-mark',
	'config-no-duplicates',
	'config-readable-lines',
	'host-config-text',
]);

/** A program that failed, in words that nobody knows here. */
function unknownFailure(warnings: readonly Found[], heard: readonly Heard[]): Found | undefined {
	return heard.some(({known}) => known) ? undefined : warnings.find(({finding}) => finding.rule === 'process-succeeds');
}

function firstBehind(found: readonly Found[], {known}: Heard): readonly Found[] {
	const rules = new Set(known?.causes.flatMap(cause => cause.rules));
	return found.filter(({finding}) => rules.has(finding.rule)).slice(0, 1);
}

/** True for what the service would only have come upon later than where it refused. */
function isAfter(found: Found, answered: NonNullable<ReturnType<typeof stageOf>>): boolean {
	const stage = stageOf(found);
	return stage !== undefined && isBefore(answered, stage);
}

/** What made it, itself unless something did. */
function originOf(cause: Found, others: readonly Found[]): Found {
	const origin = others.find(other => other !== cause && explains(other, cause) && !explains(cause, other));
	return origin
		? originOf(
				origin,
				others.filter(other => other !== cause),
			)
		: cause;
}
