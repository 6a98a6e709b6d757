import type {IssuedSession, RehearsalState} from './state.ts';
import {partitionIn} from './store.ts';

/** Who signed a request. */
export type Caller =
	| {readonly kind: 'administrator'; readonly arn: string; readonly userId: string}
	| {readonly kind: 'session'; readonly arn: string; readonly userId: string; readonly session: IssuedSession};

/** The one user of the account, who may do everything that is emulated. */
export function administratorOf(state: RehearsalState): Caller {
	return {
		kind: 'administrator',
		arn: `arn:${partitionIn(state)}:iam::${state.accountId}:user/rehearsal-administrator`,
		userId: state.admin.userId,
	};
}

/** Whoever holds credentials that CreateSession gave out. */
export function sessionCaller(session: IssuedSession): Caller {
	return {
		kind: 'session',
		arn: session.assumedRoleArn,
		userId: `${session.roleId}:${session.sessionName}`,
		session,
	};
}

/** Why a session may not administer the account, in the words of AWS. */
export function deniedMessage(caller: Caller, action: string): string {
	return `User: ${caller.arn} is not authorized to perform: ${action} because no identity-based policy allows the ${action} action`;
}
