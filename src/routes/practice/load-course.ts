import type { CourseId, Scenario } from '../../practice/scenario.ts';

/** What an exercise needs beside procedure A: its course, and with it the parts of the World. */
const courses: Readonly<Record<Exclude<CourseId, 'desktop'>, () => Promise<unknown>>> = {
	android: () => import('../../practice/android-course.ts'),
	push: () => import('../../practice/push-course.ts'),
	migration: () => import('../../practice/migration-course.ts'),
	'own-app': () => import('../../practice/own-app-course.ts'),
};

/** Brings what a scenario needs, once. */
export const loadCourse = async ({ course }: Pick<Scenario, 'course'>): Promise<void> => {
	if (course !== 'desktop') await courses[course]();
};
