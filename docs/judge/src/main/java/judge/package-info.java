/**
 * What an {@code Exercise} calls: a server, its clients, their answers. It uses all of the judge
 * but {@code judge.tasks}.
 */
package judge;
