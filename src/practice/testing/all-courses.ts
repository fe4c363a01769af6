/** Every course there is: tests walk them all. */
import '../desktop-course.ts';
import '../own-app-course.ts';
import '../android-course.ts';
import '../push-course.ts';
import '../migration-course.ts';
