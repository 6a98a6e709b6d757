import {type JsonValue, ServiceRefusal} from '../reply.ts';
import {type Shape, validationMessage} from '../shape.ts';
import type {RehearsalState} from '../state.ts';
import type {Change, World} from '../store.ts';

/** One operation of the Roles Anywhere control plane (fact sheet, section 4.1). */
export interface Operation<Input> {
	readonly name: string;
	readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	/** Such as `/trustanchor/{trustAnchorId}/enable`. */
	readonly path: string;
	/** HTTP status of success, when it is not 200. */
	readonly status?: 201;
	/** Reads the members of body, path and query, which share one set of names. */
	readonly input: Shape<Input>;
	/** @throws {ServiceRefusal} when the service would refuse. */
	run(input: Input, state: RehearsalState, world: World): Change<JsonValue>;
}

/** An operation whose input is read and checked. */
export interface RunnableOperation extends Omit<Operation<unknown>, 'run' | 'input'> {
	/** @throws {ServiceRefusal} when the service would refuse, `ValidationException` for what is no such input. */
	start(members: Readonly<Record<string, unknown>>, state: RehearsalState, world: World): Change<JsonValue>;
}

/** Gives an operation its type and hides what its input is. */
export function defineOperation<Input>({input, ...operation}: Operation<Input>): RunnableOperation {
	return {
		...operation,
		start(members, state, world) {
			const read = input(members, '');
			if (!read.ok) {
				throw invalid(validationMessage(read.problem));
			}

			return operation.run(read.value, state, world);
		},
	};
}

/** What the service answers to a request that it does not understand or accept. */
export function invalid(message: string): ServiceRefusal {
	return new ServiceRefusal(400, 'ValidationException', message);
}

/** What the service answers when the thing named is not there. */
export function notFound(message: string): ServiceRefusal {
	return new ServiceRefusal(404, 'ResourceNotFoundException', message);
}
