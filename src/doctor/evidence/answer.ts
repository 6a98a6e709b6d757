/** One real CreateSession request of ours and what came of it. Nothing of what it granted is here. */
export type LiveAnswer =
	| {readonly outcome: 'granted'; readonly assumedRoleArn: string; readonly expiration: string}
	| {
			readonly outcome: 'refused';
			/** HTTP status. */
			readonly status: number;
			readonly code?: string;
			/** In the service's words. */
			readonly message: string;
			readonly requestId?: string;
	  }
	/** There was no answer of the service, or nothing could be asked. */
	| {readonly outcome: 'failed'; readonly code: string; readonly message: string};

/** An error that `credentials` met before. */
export interface RecordedError {
	/** ISO 8601. */
	readonly at: string;
	/** One of ErrorCode. */
	readonly code: string;
	readonly message: string;
}
