/** Excel.Setting and SettingCollection */

import type { Book } from "../../book/book";
import { deleteSetting, setSetting, settingsOf } from "../../book/storage";
import { plain, text } from "../../protocol/arguments";
import { action, type ApiObject, defineObject, object, type ObjectType, readable, value, writable } from "../../protocol/definition";

interface Setting {
  readonly book: Book;
  readonly key: string;
}

export const settingType: ObjectType<Setting> = defineObject<Setting>({
  name: "Setting",
  exists: ({ book, key }) => settingsOf(book).has(key),
  properties: {
    _Id: readable("1.4", ({ key }) => key),
    Key: readable("1.4", ({ key }) => key),
    Value: writable("1.4", ({ book, key }) => settingsOf(book).get(key) ?? null, ({ book, key }, content) => setSetting(book, key, content)),
  },
  methods: {
    Delete: action("1.4", ({ book, key }) => deleteSetting(book, key)),
  },
});

function setting(book: Book, key: string): ApiObject | null {
  return settingsOf(book).has(key) ? settingType.of({ book, key }) : null;
}

export const settingCollectionType: ObjectType<Book> = defineObject<Book>({
  name: "SettingCollection",
  methods: {
    /** "Sets or adds the specified setting to the workbook." */
    Add: object("1.4", (book, args) => {
      const key = text(args, 0);
      setSetting(book, key, plain(args, 1));
      return settingType.of({ book, key });
    }),
    GetCount: value("1.4", (book) => settingsOf(book).size),
    GetItemOrNullObject: object("1.4", (book, args) => setting(book, text(args, 0))),
  },
  items: (book) => [...settingsOf(book).keys()].map((key) => settingType.of({ book, key })),
  item: (book, key) => (typeof key === "string" ? setting(book, key) : null),
});

export function settingsObject(book: Book): ApiObject {
  return settingCollectionType.of(book);
}
