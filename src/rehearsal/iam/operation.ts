import {ServiceRefusal} from '../reply.ts';
import {type Shape, validationMessage} from '../shape.ts';
import type {RehearsalState, StoredRole} from '../state.ts';
import type {Change, World} from '../store.ts';
import type {XmlValue} from '../xml.ts';

/** One action of IAM. An undefined value is answered without a result element. */
export interface IamOperation<Input> {
	readonly name: string;
	readonly input: Shape<Input>;
	/** @throws {ServiceRefusal} when IAM would refuse. */
	run(input: Input, state: RehearsalState, world: World): Change<XmlValue | undefined>;
}

/** An action whose input is read and checked. */
export interface RunnableIamOperation {
	readonly name: string;
	/** @throws {ServiceRefusal} when IAM would refuse, `ValidationError` for what is no such input. */
	start(members: Readonly<Record<string, unknown>>, state: RehearsalState, world: World): Change<XmlValue | undefined>;
}

/** Gives an action its type and hides what its input is. */
export function defineIamOperation<Input>({name, input, run}: IamOperation<Input>): RunnableIamOperation {
	return {
		name,
		start(members, state, world) {
			const read = input(members, '');
			if (!read.ok) {
				throw new ServiceRefusal(400, 'ValidationError', lowerCamel(validationMessage(read.problem)));
			}

			return run(read.value, state, world);
		},
	};
}

/**
 * The role of this name.
 *
 * @throws {ServiceRefusal} `NoSuchEntity`.
 */
export function requireRole({roles}: RehearsalState, name: string): StoredRole {
	const found = roles.find(role => role.name === name);
	if (!found) {
		throw noSuchEntity(`The role with name ${name} cannot be found.`);
	}

	return found;
}

/** The account with one role replaced by its newer self, and nothing to answer. */
export function withRole(state: RehearsalState, newer: StoredRole): Change<undefined> {
	return {
		state: {...state, roles: state.roles.map(role => (role.id === newer.id ? newer : role))},
		value: undefined,
	};
}

/** What IAM answers when the thing named is not there. */
export function noSuchEntity(message: string): ServiceRefusal {
	return new ServiceRefusal(404, 'NoSuchEntity', message);
}

/** What IAM answers when a quota is reached. */
export function limitExceeded(message: string): ServiceRefusal {
	return new ServiceRefusal(409, 'LimitExceeded', message);
}

/** IAM names members in its messages with a small first letter. */
function lowerCamel(message: string): string {
	return message.replace(/ at '([A-Z])/g, (_whole, first: string) => ` at '${first.toLowerCase()}`);
}
