import fc from "fast-check";
import { createHost } from "../../../src/embedded/protocol/host";
import { bookOf } from "../../support/office";

interface Answer {
  readonly Results?: readonly unknown[];
  readonly Error?: { readonly Code: string; readonly Message: string };
}

async function answerTo(body: unknown): Promise<Answer> {
  const host = createHost(bookOf({ Sheet1: [["a"]] }));
  const answer: Answer = JSON.parse(await host.answer(body, 0, 0));
  host.close();
  return answer;
}

describe("a request that office.js would not send", () => {
  test.each([
    ["nothing", null],
    ["a text", "{}"],
    ["no actions", { ObjectPaths: {} }],
    ["actions without paths", { Actions: [] }],
    ["an action without an id", { Actions: [{ ActionType: 1, ObjectPathId: 1 }], ObjectPaths: { 1: { Id: 1, ObjectPathType: 1, Name: "" } } }],
    ["an unknown kind of path", { Actions: [], ObjectPaths: { 1: { Id: 1, ObjectPathType: 99, Name: "" } } }],
    ["a path that is missing", { Actions: [{ Id: 1, ActionType: 1, ObjectPathId: 7 }], ObjectPaths: {} }],
  ])("is refused: %s", async (_, body) => {
    expect((await answerTo(body)).Error?.Code).toBe("InvalidRequest");
  });

  test("of an unknown kind of action is said to be unknown", async () => {
    expect((await answerTo({ Actions: [{ Id: 1, ActionType: 42, ObjectPathId: 1 }], ObjectPaths: { 1: { Id: 1, ObjectPathType: 1, Name: "" } } })).Error?.Code).toBe("ApiNotFound");
  });

  test("whatever it is, is answered", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.jsonValue(), async (actions, paths) => {
        const answer = await answerTo({ Actions: actions, ObjectPaths: paths });
        expect(answer.Error !== undefined || Array.isArray(answer.Results)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test("names that belong to every JavaScript object are no members", async () => {
    for (const name of ["__proto__", "constructor", "toString", "hasOwnProperty"]) {
      const answer = await answerTo({
        Actions: [{ Id: 9, ActionType: 2, ObjectPathId: 1, QueryInfo: { Select: [name] } }],
        ObjectPaths: { 1: { Id: 1, ObjectPathType: 1, Name: "" } },
      });
      expect(answer.Error?.Code).toBe("ApiNotFound");
    }
  });
});
