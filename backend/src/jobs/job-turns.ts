/** A blocked user's jobs rest where they are, and go on when the block is lifted. */
export const ALLOWED = `not exists
  (select 1 from users where users.id = owner_id and users.blocked_at is not null)`;

/**
 * Unfinished jobs with their turns: a user's running jobs and then the waiting ones, the more
 * urgent first, are numbered from one. So the order by turn goes round the users, and who has most
 * running waits longest. Columns: job_id, taken, urgency, since, turn.
 */
export const TURNS = `select id as job_id, taken, priority as urgency, requested_at as since,
    row_number() over (partition by owner_id
      order by taken desc, priority desc, requested_at, id) as turn
  from (select id, owner_id, priority, requested_at,
      status = 'running' and coalesce(lease_until, '-infinity') >= now() as taken
    from jobs where status in ('queued', 'running') and ${ALLOWED}) unfinished`;

/** Order in which waiting jobs of {@link TURNS} are worked on: paid work first, then in turn. */
export const IN_TURN = 'urgency desc, turn, since, job_id';
