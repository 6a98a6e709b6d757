import {ExpectedError} from '../../errors.ts';
import {printable} from '../../printable.ts';
import {statementsOf} from '../../setup/policy-json.ts';
import {parsePolicyFile} from '../policy-file.ts';
import {previews as texts} from '../texts/en.ts';
import type {PreviewProblem} from './trust-preview.ts';

/** What the role is going to be allowed, in words. All text is safe to show. */
export interface PermissionsPreview {
	readonly sentences: readonly string[];
	readonly warnings: readonly string[];
}

/**
 * What a permissions policy and managed policies come to.
 *
 * @param inline - The text of a policy file; undefined for none.
 * @param managed - ARNs.
 * @param called - What messages call the policy.
 */
export function previewPermissions({
	inline,
	managed,
	called,
}: {
	readonly inline: string | undefined;
	readonly managed: readonly string[];
	readonly called: string;
}): PermissionsPreview | PreviewProblem {
	try {
		const statements = inline === undefined ? [] : statementsOf(parsePolicyFile(inline, called)).map(readStatement);
		const sentences = [...statements.map(inWords), ...managed.map(arn => texts.managed(printable(arn)))];
		return {
			sentences: sentences.length === 0 ? [texts.nothing] : sentences,
			warnings: [
				...statements.flatMap(warningsOn),
				...(managed.some(arn => arn.endsWith(':aws:policy/AdministratorAccess')) ? [texts.administrator] : []),
			],
		};
	} catch (error) {
		if (error instanceof ExpectedError) {
			return {message: error.message, next: error.next};
		}

		throw error;
	}
}

/** A statement of a policy, as far as it can be told in a sentence. */
interface Statement {
	readonly isAllow: boolean;
	readonly actions: readonly string[];
	readonly resources: readonly string[];
	/** True when actions or resources are what is left out. */
	readonly isAllBut: {readonly actions: boolean; readonly resources: boolean};
	readonly isConditional: boolean;
}

function readStatement(value: unknown): Statement {
	const members = new Map(Object.entries(typeof value === 'object' && value !== null ? value : {}));
	const [actions, resources] = [members.get('Action'), members.get('Resource')];
	return {
		isAllow: members.get('Effect') === 'Allow',
		actions: textsOf(actions ?? members.get('NotAction')),
		resources: textsOf(resources ?? members.get('NotResource')),
		isAllBut: {actions: actions === undefined, resources: resources === undefined},
		isConditional: members.has('Condition'),
	};
}

function textsOf(value: unknown): readonly string[] {
	return (Array.isArray(value) ? value : [value]).filter(item => typeof item === 'string').map(printable);
}

function inWords({isAllow, actions, resources, isAllBut, isConditional}: Statement): string {
	const what = isAllBut.actions ? texts.exceptActions(list(actions)) : list(actions);
	const where = isAllBut.resources ? texts.exceptResources(list(resources)) : list(resources);
	return `${(isAllow ? texts.allows : texts.denies)(what, where)}${isConditional ? ` ${texts.underConditions}` : ''}`;
}

function list(items: readonly string[]): string {
	return items.includes('*') ? texts.everything : items.join(', ');
}

function warningsOn({isAllow, actions, resources, isAllBut, isConditional}: Statement): readonly string[] {
	if (!isAllow || isConditional) {
		return [];
	}

	const isEverywhere = isAllBut.resources || resources.includes('*');
	if ((isAllBut.actions || actions.includes('*') || actions.includes('*:*')) && isEverywhere) {
		return [texts.tooWide];
	}

	const services = actions.filter(action => /^[a-z0-9-]+:\*$/i.test(action));
	return services.length > 0 && isEverywhere && !isAllBut.actions ? [texts.everyAction(services.join(', '))] : [];
}
