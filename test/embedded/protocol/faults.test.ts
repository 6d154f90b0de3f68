import { readValues } from "../../../src/embedded/book/cells";
import type { ErrorCode } from "../../../src/embedded/protocol/errors";
import { failureOf, firstSheet, officeOn } from "../../support/office";

const CODES: readonly ErrorCode[] = ["GeneralException", "InvalidOperationInCellEditMode", "AccessDenied", "RequestPayloadSizeLimitExceeded", "ItemNotFound", "RequestAborted"];

async function write(office: ReturnType<typeof officeOn>, value: string): Promise<void> {
  await office.Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().getRange("A1").values = [[value]];
    await context.sync();
  });
}

async function read(office: ReturnType<typeof officeOn>): Promise<unknown> {
  return office.Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getFirst().getRange("A1").load("values");
    await context.sync();
    return cell.values[0]?.[0];
  });
}

/** Long enough for everything that is not waiting for something to have happened. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

describe("a fault", () => {
  test.each(CODES)("fails the next request with %s and leaves the workbook as it was", async (code) => {
    const office = officeOn([["before"]]);
    office.host.faults.add(0, { kind: "error", code });
    expect((await failureOf(write(office, "after"))).code).toBe(code);
    expect(await read(office)).toBe("before");
  });

  test("strikes the nth request from now, once", async () => {
    const office = officeOn([[""]]);
    await write(office, "zero");
    await settle();
    office.host.faults.add(1, { kind: "error", code: "RequestAborted" });
    const seen: string[] = [];
    for (const value of ["a", "b", "c", "d"]) {
      await office.Excel.run(async (context) => {
        context.workbook.worksheets.getFirst().getCell(0, 0).untrack().values = [[value]];
        await context.sync();
      }).then(
        () => seen.push("done"),
        (error: { code: string }) => seen.push(error.code),
      );
    }
    expect(seen).toEqual(["done", "RequestAborted", "done", "done"]);
  });

  test("strikes the requests that match, until cleared", async () => {
    const office = officeOn([["before"]]);
    office.host.faults.add(({ names }) => names.includes("Values"), { kind: "error", code: "AccessDenied" });
    expect((await failureOf(write(office, "one"))).code).toBe("AccessDenied");
    expect((await failureOf(write(office, "two"))).code).toBe("AccessDenied");
    expect(await read(office)).toBe("before");
    office.host.faults.clear();
    await write(office, "three");
    expect(await read(office)).toBe("three");
  });

  test("at any action of a batch keeps exactly what ran before it", async () => {
    const counts = new Set<number>();
    for (let at = 0, failed = true; failed; at += 1) {
      const office = officeOn([["a", "b", "c"]]);
      office.host.faults.add(0, { kind: "error", code: "GeneralException", atAction: at });
      failed = await office.Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getFirst();
        for (const address of ["A1", "B1", "C1"]) sheet.getRange(address).values = [["new"]];
        await context.sync();
      }).then(
        () => false,
        () => true,
      );
      const row = readValues(firstSheet(office), { top: 0, left: 0, bottom: 0, right: 2 })[0] ?? [];
      const written = row.filter((value) => value === "new").length;
      expect(row).toEqual([...Array.from({ length: written }, () => "new"), ...["a", "b", "c"].slice(written)]);
      counts.add(written);
    }
    expect([...counts]).toEqual([0, 1, 2, 3]);
  });

  test.each([
    [true, "after"],
    [false, "before"],
  ])("of silence never answers (having run: %s)", async (runs, left) => {
    const office = officeOn([["before"]]);
    office.host.faults.add(0, { kind: "silence", runs });
    let isAnswered = false;
    void write(office, "after").finally(() => {
      isAnswered = true;
    });
    await settle();
    expect(isAnswered).toBe(false);
    expect(await read(office)).toBe(left);
  });

  test("of delay answers later, and nothing else waits for it", async () => {
    const office = officeOn([["before"]]);
    office.host.faults.add(0, { kind: "delay", milliseconds: 30 });
    const writing = write(office, "after");
    await settle();
    expect(await read(office)).toBe("before");
    await writing;
    expect(await read(office)).toBe("after");
  });
});

describe("while the user edits a cell", () => {
  test("requests are refused", async () => {
    const office = officeOn([["before"]]);
    office.host.editing.begin();
    expect((await failureOf(write(office, "after"))).code).toBe("InvalidOperationInCellEditMode");
    office.host.editing.end();
    await write(office, "later");
    expect(await read(office)).toBe("later");
  });

  test("requests that asked to wait are held until the edit ends", async () => {
    const office = officeOn([["before"]]);
    office.host.editing.begin();
    let isDone = false;
    const writing = office.Excel.run({ delayForCellEdit: true }, async (context) => {
      context.workbook.worksheets.getFirst().getRange("A1").values = [["after"]];
      await context.sync();
    }).then(() => {
      isDone = true;
    });
    await settle();
    expect(isDone).toBe(false);
    office.host.editing.end();
    await writing;
    expect(await read(office)).toBe("after");
  });
});

test("traffic counts syncs and bytes, and names what was called", async () => {
  const office = officeOn([["a"]]);
  await write(office, "b");
  await settle();
  const { syncs, bytesIn, bytesOut, log } = office.host.traffic();
  expect(log[0]?.calls).toEqual(["Workbook.worksheets", "WorksheetCollection.getFirst", "Worksheet.getRange", "Range.values ="]);
  expect(syncs).toBe(log.length);
  expect([bytesIn, bytesOut]).toEqual([log.reduce((sum, entry) => sum + entry.bytesIn, 0), log.reduce((sum, entry) => sum + entry.bytesOut, 0)]);
  office.host.resetTraffic();
  expect(office.host.traffic()).toEqual({ syncs: 0, bytesIn: 0, bytesOut: 0, log: [] });
});
