/** Gives the time, epoch ms UTC. Passed in wherever time is needed, so that tests can hold it. */
export type Clock = () => number;
