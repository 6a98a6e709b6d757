import {type Caller, deniedMessage} from './caller.ts';
import type {RunnableIamOperation} from './iam/operation.ts';
import {rolePolicyOperations} from './iam/role-policies.ts';
import {roleTagOperations} from './iam/role-tags.ts';
import {roleOperations} from './iam/roles.ts';
import {type QueryRequest, queryReply, requireAction} from './query-protocol.ts';
import {type Reply, ServiceRefusal} from './reply.ts';
import type {Store, World} from './store.ts';

/** The XML namespace of IAM answers. */
export const IAM_NAMESPACE = 'https://iam.amazonaws.com/doc/2010-05-08/';

/** The actions on roles that setting up and tearing down need. */
const operations: ReadonlyMap<string, RunnableIamOperation> = new Map(
	[...roleOperations, ...rolePolicyOperations, ...roleTagOperations].map(operation => [operation.name, operation]),
);

/**
 * Answers one request to IAM, whose signature has been verified.
 *
 * @throws {ServiceRefusal} when IAM would refuse.
 */
export async function answerIam(request: QueryRequest, caller: Caller, store: Store, world: World): Promise<Reply> {
	requireAction(request, 'IAM', [...operations.keys()]);
	if (caller.kind !== 'administrator') {
		throw new ServiceRefusal(403, 'AccessDenied', deniedMessage(caller, `iam:${request.action}`));
	}

	const result = await store.change(state => {
		const change = operations.get(request.action)?.start(request.members, state, world);
		return change ?? {value: undefined};
	});
	return queryReply(request.action, IAM_NAMESPACE, request.requestId, result);
}
