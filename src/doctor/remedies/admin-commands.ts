import type {Evidence} from '../evidence/evidence.ts';
import {seenIn} from '../evidence/look.ts';
import {type AwsCommands, awsCommands} from '../mend/aws-commands.ts';

/** Commands of the AWS CLI, with the CLI profile that was named for the administrator. */
export function adminCommands({account}: Evidence): AwsCommands {
	return awsCommands({adminProfile: seenIn(account.administrator)?.cliProfile});
}
