/** Where things are in the project: its steps, pages and a learner's files. It uses nothing. */
package project;
