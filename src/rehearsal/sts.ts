import type {Caller} from './caller.ts';
import {type QueryRequest, queryReply, requireAction} from './query-protocol.ts';
import type {Reply} from './reply.ts';
import type {Store} from './store.ts';

/** The XML namespace of STS answers. */
export const STS_NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';

/**
 * Answers GetCallerIdentity, which needs no permission; nothing else of STS is emulated.
 *
 * @throws {ServiceRefusal} `InvalidAction` for another action.
 */
export function answerSts(request: QueryRequest, caller: Caller, store: Store): Reply {
	requireAction(request, 'STS', ['GetCallerIdentity']);
	return queryReply('GetCallerIdentity', STS_NAMESPACE, request.requestId, {
		Arn: caller.arn,
		UserId: caller.userId,
		Account: store.current.accountId,
	});
}
