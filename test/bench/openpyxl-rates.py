"""The same two columns, as somebody would write them with openpyxl: python3 openpyxl-rates.py IN.xlsx OUT.xlsx"""

import sys

import openpyxl

BUDGET, SPENT, RATE, STATUS = 7, 8, 10, 11

workbook = openpyxl.load_workbook(sys.argv[1])
sheet = workbook.worksheets[0]
for row in range(3, sheet.max_row + 1):
    budget, spent = sheet.cell(row, BUDGET).value, sheet.cell(row, SPENT).value
    if budget:
        sheet.cell(row, RATE).value = round(spent / budget, 4)
        sheet.cell(row, RATE).number_format = "0.00%"
        sheet.cell(row, STATUS).value = "超支" if spent > budget else "正常"
workbook.save(sys.argv[2])
